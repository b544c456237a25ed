package rahnamo.app.share;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses at which a phone beside this one can reach it. */
public final class LocalAddress {

  /**
   * Hotspot, Wi-Fi, USB and cable. Mobile networks have private addresses, too, and must not be
   * served; what their interfaces are called is unknown, so good names are listed, not bad ones.
   */
  private static final Pattern LOCAL =
      Pattern.compile("(ap|swlan|softap|wlan|wifi|rndis|usb|ncm|bt-pan|eth)[a-z_]*[0-9]*");

  private LocalAddress() {}

  /** All addresses, hotspots first: whoever turned one on wants it used. */
  public static List<InetAddress> all() throws IOException {
    List<NetworkInterface> networks = new ArrayList<>();
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      if (network.isUp() && isLocal(network.getName())) {
        networks.add(network);
      }
    }
    Collections.sort(
        networks,
        new Comparator<NetworkInterface>() {
          @Override
          public int compare(NetworkInterface a, NetworkInterface b) {
            return rank(a.getName()) != rank(b.getName())
                ? rank(a.getName()) - rank(b.getName())
                : a.getName().compareTo(b.getName());
          }
        });
    List<InetAddress> addresses = new ArrayList<>();
    for (NetworkInterface network : networks) {
      for (InetAddress address : Collections.list(network.getInetAddresses())) {
        if (address instanceof Inet4Address && address.isSiteLocalAddress()) {
          addresses.add(address);
        }
      }
    }
    return addresses;
  }

  static boolean isLocal(String name) {
    return LOCAL.matcher(name).matches();
  }

  static int rank(String name) {
    if (name.startsWith("ap") || name.startsWith("swlan") || name.startsWith("softap")) {
      return 0;
    }
    return name.startsWith("wlan") || name.startsWith("wifi") ? 1 : 2;
  }
}

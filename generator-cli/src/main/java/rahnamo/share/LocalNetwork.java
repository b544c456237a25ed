package rahnamo.share;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * A network that this computer and phones beside it may share, such as a hotspot.
 *
 * @param name what the system calls it
 * @param address this computer's private IPv4 address in it
 */
public record LocalNetwork(String name, InetAddress address) {

  /** All that are up, sorted by name; tunnels and the computer itself are not among them. */
  public static List<LocalNetwork> all() throws IOException {
    var found = new ArrayList<LocalNetwork>();
    for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      if (network.isUp() && !network.isLoopback() && !network.isPointToPoint()) {
        network
            .inetAddresses()
            .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
            .forEach(address -> found.add(new LocalNetwork(network.getName(), address)));
      }
    }
    found.sort(
        Comparator.comparing(LocalNetwork::name)
            .thenComparing(network -> network.address().getHostAddress()));
    return List.copyOf(found);
  }
}

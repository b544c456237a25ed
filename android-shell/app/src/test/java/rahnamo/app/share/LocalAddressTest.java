package rahnamo.app.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"wlan0", "wlan1", "ap0", "swlan0", "softap0", "rndis0", "eth0", "usb0"})
  void phonesBesideAreReachedHere(String name) {
    assertTrue(LocalAddress.isLocal(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rmnet_data0",
        "rmnet0",
        "ccmni0",
        "pdp0",
        "ppp0",
        "tun0",
        "lo",
        "dummy0",
        "v4-wlan0",
        "p2p0"
      })
  void mobileNetworksAndTunnelsAreNotServed(String name) {
    assertEquals(false, LocalAddress.isLocal(name));
  }

  @Test
  void hotspotComesFirst() {
    assertTrue(LocalAddress.rank("ap0") < LocalAddress.rank("wlan0"));
    assertTrue(LocalAddress.rank("wlan0") < LocalAddress.rank("eth0"));
  }

  @Test
  void everyAddressIsPrivate() throws IOException {
    for (InetAddress address : LocalAddress.all()) {
      assertTrue(address.isSiteLocalAddress(), address.toString());
    }
  }
}

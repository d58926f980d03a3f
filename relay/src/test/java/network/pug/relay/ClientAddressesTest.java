package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

  /** A channel from an address. */
  private static final class From extends EmbeddedChannel {
    private final InetSocketAddress remote;

    From(String address) {
      this(Objects.requireNonNull(NetUtil.createInetAddressFromIpAddressString(address)));
    }

    From(InetAddress address) {
      remote = new InetSocketAddress(address, 40_000);
    }

    @Override
    protected SocketAddress remoteAddress0() {
      return remote == null ? new InetSocketAddress(0) : remote;
    }

    @Override
    public SocketAddress remoteAddress() {
      return remoteAddress0();
    }
  }

  private static ClientAddresses addresses(int max, String proxy) throws UsageException {
    RelayConfig config = RelayConfig.parse(List.of("--trusted-proxy", proxy), Map.of());
    return new ClientAddresses(max, config.trustedProxy());
  }

  private static HttpHeaders forwardedFor(String... values) {
    return new DefaultHttpHeaders().add("X-Forwarded-For", List.of(values));
  }

  @Test
  void anAddressHoldsAsManySocketsAsAllowedAndNoneMore() {
    ClientAddresses addresses = new ClientAddresses(2, null);
    From first = new From("192.0.2.1");
    assertTrue(addresses.admits(first));
    assertTrue(addresses.admits(new From("192.0.2.1")));
    assertFalse(addresses.admits(new From("192.0.2.1")));
    assertTrue(addresses.admits(new From("192.0.2.2")));
    addresses.forget(first);
    assertTrue(addresses.admits(new From("192.0.2.1")));
  }

  @Test
  void anIpv6AddressStandsForItsNetworkOf64Bits() {
    ClientAddresses addresses = new ClientAddresses(1, null);
    assertTrue(addresses.admits(new From("2001:db8:1:2::1")));
    assertFalse(addresses.admits(new From("2001:db8:1:2:ffff::2")));
    assertTrue(addresses.admits(new From("2001:db8:1:3::1")));
  }

  @Test
  void zeroIsNoLimitAndKeepsNothing() {
    ClientAddresses addresses = new ClientAddresses(0, null);
    for (int i = 0; i < 100; i++) {
      assertTrue(addresses.admits(new From("192.0.2.1")));
    }
    assertEquals(0, addresses.tracked());
  }

  @Test
  void closedSocketsLeaveNoAddressBehind() {
    ClientAddresses addresses = new ClientAddresses(2, null);
    From channel = new From("192.0.2.1");
    addresses.admits(channel);
    assertEquals(1, addresses.tracked());
    addresses.forget(channel);
    addresses.forget(channel);
    assertEquals(0, addresses.tracked());
  }

  @Test
  void aTrustedProxysClientsAreCountedByTheRightmostHopThatIsNoProxy() throws UsageException {
    ClientAddresses addresses = addresses(1, "10.0.0.0/8");
    From a = new From("10.0.0.1");
    From b = new From("10.0.0.1");
    assertTrue(addresses.admits(a) && addresses.admits(b));
    assertTrue(addresses.admits(a, forwardedFor("198.51.100.9, 192.0.2.1, 10.0.0.7")));
    assertFalse(addresses.admits(b, forwardedFor("203.0.113.5", "192.0.2.1")));
    assertTrue(addresses.admits(b, forwardedFor("192.0.2.1, 192.0.2.2")));
  }

  @Test
  void nobodyElsesHeaderIsBelieved() throws UsageException {
    ClientAddresses addresses = addresses(1, "10.0.0.0/8");
    From a = new From("192.0.2.1");
    assertTrue(addresses.admits(a));
    assertTrue(addresses.admits(a, forwardedFor("192.0.2.9")));
    From b = new From("192.0.2.9");
    assertTrue(addresses.admits(b));
  }

  @Test
  void aProxysConnectionThatServesAnotherClientNowCountsForThatOne() throws UsageException {
    ClientAddresses addresses = addresses(1, "10.0.0.0/8");
    From shared = new From("10.0.0.1");
    assertTrue(addresses.admits(shared, forwardedFor("192.0.2.1")));
    assertTrue(addresses.admits(shared, forwardedFor("192.0.2.1")));
    assertTrue(addresses.admits(shared, forwardedFor("192.0.2.2")));
    assertTrue(addresses.admits(new From("10.0.0.1"), forwardedFor("192.0.2.1")));
    assertEquals(2, addresses.tracked());
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1:4711, 192.0.2.1",
    "[2001:db8:1:2::1]:4711, 2001:db8:1:2::9",
    "[2001:db8:1:2::1], 2001:db8:1:2::9",
    "::ffff:192.0.2.1, 192.0.2.1",
    "[::ffff:192.0.2.1]:4711, 192.0.2.1",
    "::ffff:c000:201, 192.0.2.1"
  })
  void anAddressIsTheSameWithAPortAndMappedIntoIpv6(String forwarded, String same)
      throws UsageException {
    ClientAddresses addresses = addresses(1, "10.0.0.0/8");
    assertTrue(addresses.admits(new From("10.0.0.1"), forwardedFor(forwarded)));
    assertFalse(addresses.admits(new From(same)));
    assertTrue(addresses.admits(new From("192.0.2.2")));
    assertTrue(addresses.admits(new From("2001:db8:1:3::1")));
  }

  @Test
  void aSocketOfAMappedAddressCountsAndIsTrustedAsIpv4() throws Exception {
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    mapped[12] = 10;
    mapped[15] = 1;
    From proxy = new From(Inet6Address.getByAddress(null, mapped, -1));
    assertTrue(addresses(1, "10.0.0.0/8").isProxied(proxy));
    ClientAddresses addresses = new ClientAddresses(1, null);
    assertTrue(addresses.admits(proxy));
    assertFalse(addresses.admits(new From("10.0.0.1")));
    assertTrue(addresses.admits(new From("10.0.0.2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.0.2.1:", "192.0.2.1:x", "192.0.2.1:4711:1", "[::1]x", "[x]:1", ":80"})
  void whatOnlyLooksLikeAnAddressCountsForTheProxy(String forwarded) throws UsageException {
    ClientAddresses addresses = addresses(1, "10.0.0.0/8");
    assertTrue(addresses.admits(new From("10.0.0.1"), forwardedFor(forwarded)));
    assertFalse(addresses.admits(new From("10.0.0.1"), forwardedFor("unknown")));
  }

  @Test
  void aHeaderThatIsNoAddressCountsForTheProxy() throws UsageException {
    ClientAddresses addresses = addresses(1, "10.0.0.0/8");
    assertTrue(addresses.admits(new From("10.0.0.1"), forwardedFor("unknown")));
    assertFalse(addresses.admits(new From("10.0.0.1"), new DefaultHttpHeaders()));
  }
}

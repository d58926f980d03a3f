package network.pug.relay;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AttributeKey;
import io.netty.util.NetUtil;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many sockets one address holds, an IPv6 address standing for its /64. Addresses are
 * kept only while their sockets are open, and only if there is a bound. Safe for any thread.
 */
final class ClientAddresses {
  private static final AttributeKey<InetAddress> COUNTED = AttributeKey.valueOf("counted-address");
  private static final int V6_PREFIX_BYTES = 8;
  private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+|\\[[^]]+])(?::[0-9]{1,5})?");

  private final int max;
  private final @Nullable AddressBlock trustedProxy;
  private final ConcurrentHashMap<InetAddress, Integer> sockets = new ConcurrentHashMap<>();

  /**
   * Bounds by address.
   *
   * @param max sockets an address may hold; 0 for any number
   * @param trustedProxy whose X-Forwarded headers are believed
   */
  ClientAddresses(int max, @Nullable AddressBlock trustedProxy) {
    this.max = max;
    this.trustedProxy = trustedProxy;
  }

  /** Whether a socket is a trusted proxy's. */
  boolean isProxied(Channel channel) {
    return isTrusted(remote(channel));
  }

  /** Counts a new socket, unless it is a trusted proxy's, and says whether it may stay. */
  boolean admits(Channel channel) {
    return max == 0 || isProxied(channel) || count(channel, remote(channel));
  }

  /** Counts a request that came through a trusted proxy for whom it was forwarded. */
  boolean admits(Channel channel, HttpHeaders headers) {
    return max == 0
        || !isProxied(channel)
        || count(channel, forwardedFor(headers.getAll("X-Forwarded-For"), remote(channel)));
  }

  /** Forgets a socket that is closed. */
  void forget(Channel channel) {
    release(channel.attr(COUNTED).getAndSet(null));
  }

  /** How many addresses are kept now. */
  int tracked() {
    return sockets.size();
  }

  /** The rightmost hop that is not a trusted proxy: what stands left of it, anybody can claim. */
  private InetAddress forwardedFor(List<String> headers, InetAddress proxy) {
    List<String> hops =
        headers.stream().flatMap(header -> Arrays.stream(header.split(","))).toList().reversed();
    for (String hop : hops) {
      InetAddress address = NetUtil.createInetAddressFromIpAddressString(withoutPort(hop.strip()));
      if (address == null) {
        return proxy;
      }
      if (!isTrusted(address)) {
        return address;
      }
    }
    return proxy;
  }

  /** Some proxies name a port: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. */
  private static String withoutPort(String hop) {
    Matcher matcher = WITH_PORT.matcher(hop);
    return matcher.matches() ? matcher.group(1) : hop;
  }

  private boolean count(Channel channel, InetAddress address) {
    InetAddress key = key(address);
    if (key.equals(channel.attr(COUNTED).get())) {
      return true;
    }
    if (!take(key)) {
      return false;
    }
    release(channel.attr(COUNTED).getAndSet(key));
    return true;
  }

  /**
   * Never counts above the bound, not even in passing: that would turn away who comes just then.
   */
  private boolean take(InetAddress key) {
    while (true) {
      Integer count = sockets.putIfAbsent(key, 1);
      if (count == null || (count < max && sockets.replace(key, count, count + 1))) {
        return true;
      }
      if (count >= max) {
        return false;
      }
    }
  }

  private void release(@Nullable InetAddress key) {
    if (key != null) {
      sockets.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
    }
  }

  private boolean isTrusted(InetAddress address) {
    return trustedProxy != null && trustedProxy.contains(plain(address));
  }

  private static InetAddress remote(Channel channel) {
    return channel.remoteAddress() instanceof InetSocketAddress remote
        ? remote.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  private static InetAddress key(InetAddress address) {
    InetAddress plain = plain(address);
    if (!(plain instanceof Inet6Address)) {
      return plain;
    }
    byte[] bytes = plain.getAddress();
    Arrays.fill(bytes, V6_PREFIX_BYTES, bytes.length, (byte) 0);
    return of(bytes);
  }

  /** An IPv4 address as such, also where it came mapped into IPv6 (RFC 4291 section 2.5.5.2). */
  private static InetAddress plain(InetAddress address) {
    return of(address.getAddress());
  }

  /** The JDK takes mapped addresses apart here. */
  private static InetAddress of(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }
}

package network.pug.bench.load;

import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A relay to be loaded.
 *
 * @param dialect how one speaks to it
 * @param address where it listens
 * @param tls what clients need for it; null without TLS
 * @param meter of its process
 */
public record Target(
    Dialect dialect, InetSocketAddress address, @Nullable SslContext tls, Meter meter) {
  @Override
  public String toString() {
    return "Target";
  }
}

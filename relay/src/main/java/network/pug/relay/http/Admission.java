package network.pug.relay.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;

/** Decides whether one more client may be served. */
@FunctionalInterface
public interface Admission {
  /** Whether the sender of a request with these headers, on this connection, is let in. */
  boolean admits(Channel channel, HttpHeaders headers);
}

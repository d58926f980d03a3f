package network.pug.relay.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;

/** Decides whether one more client may be served. */
@FunctionalInterface
public interface Admission {
  /** What is decided. */
  enum Decision {
    ADMITTED,
    /** There is no place for another connection. */
    FULL,
    /** The relay is shutting down. */
    ENDING
  }

  /** Whether the sender of a request with these headers, on this connection, is let in. */
  Decision decide(Channel channel, HttpHeaders headers);
}

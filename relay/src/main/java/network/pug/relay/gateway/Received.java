package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;

/** What has come from the other side of a WebSocket, or what was wrong with it. */
sealed interface Received {

  /**
   * A message, or a ping, which costs an answer as well and counts against the same rate: whole,
   * unmasked, and owned by whoever has it.
   */
  sealed interface Message extends Received {
    ByteBuf content();

    @Override
    default void release() {
      content().release();
    }
  }

  /** A text message, known to be UTF-8. */
  record Text(ByteBuf content) implements Message {
    @Override
    public String toString() {
      return "Text";
    }
  }

  /** A binary message. */
  record Binary(ByteBuf content) implements Message {
    @Override
    public String toString() {
      return "Binary";
    }
  }

  /** A ping, with what the pong is to say. */
  record Ping(ByteBuf content) implements Message {
    @Override
    public String toString() {
      return "Ping";
    }
  }

  /**
   * A close frame, behind which nothing comes.
   *
   * @param code what to answer it with: its own code, that of a breach, or {@link #NO_CODE}
   * @param isBreach whether it is a breach of the protocol itself
   */
  record Close(int code, boolean isBreach) implements Received {
    /** Stands for none, and is never sent (RFC 6455 section 7.4.1). */
    static final int NO_CODE = 1005;
  }

  /**
   * A breach of the protocol, behind which only a {@link Close} comes.
   *
   * @param code what to close with
   */
  record Violation(int code) implements Received {}

  /** Lets go of the buffer, if there is one. */
  default void release() {}
}

package network.pug.relay.gateway;

import io.netty.channel.Channel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The flow of what comes from one connection: handed on at once, or held back while the connection
 * moves or must wait, and then no more is read or decoded. Belongs to its connection's event loop.
 */
final class Inbox {
  private final Channel channel;
  private final FrameDecoder decoder;
  private final Consumer<Received> taker;
  private @Nullable Received first;
  private boolean holding;

  /**
   * An inbox that holds nothing back.
   *
   * @param taker gets each thing received, and releases it
   */
  Inbox(Channel channel, FrameDecoder decoder, Consumer<Received> taker) {
    this.channel = channel;
    this.decoder = decoder;
    this.taker = taker;
  }

  /** Holds back what comes from here on. */
  void hold() {
    holding = true;
    decoder.pause();
    channel.config().setAutoRead(false);
  }

  /** The same, and what has come last is to come again. */
  void hold(Received last) {
    first = last;
    hold();
  }

  boolean isHolding() {
    return holding;
  }

  /** Hands on what was held back, until the taker asks to hold again; then reads again. */
  void resume() {
    holding = false;
    Received last = first;
    first = null;
    if (last != null) {
      taker.accept(last);
    }
    if (!holding) {
      decoder.resume();
    }
    if (!holding) {
      channel.config().setAutoRead(true);
    }
  }

  /** Forgets what was held back, and holds nothing more. */
  void drop() {
    holding = false;
    if (first != null) {
      first.release();
      first = null;
    }
    decoder.resume();
  }
}

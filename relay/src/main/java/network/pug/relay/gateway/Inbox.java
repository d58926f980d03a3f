package network.pug.relay.gateway;

import io.netty.channel.Channel;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * What has come from one connection: handed on at once, or held back in order while the connection
 * moves or must wait, and then no more is read. Belongs to its connection's event loop.
 */
final class Inbox {
  private final Channel channel;
  private final Consumer<Object> taker;
  private final ArrayDeque<Object> heldBack = new ArrayDeque<>(0);
  private boolean holding;

  /**
   * An inbox that holds nothing back.
   *
   * @param taker gets each frame, and releases it
   */
  Inbox(Channel channel, Consumer<Object> taker) {
    this.channel = channel;
    this.taker = taker;
  }

  /** Takes a frame, or a violation that stands in place of one. */
  void add(Object frame) {
    if (holding) {
      heldBack.add(frame);
    } else {
      taker.accept(frame);
    }
  }

  /** Puts a frame back in front of all others. */
  void putBack(Object frame) {
    heldBack.addFirst(frame);
  }

  /** Holds back what comes from here on, and stops reading. */
  void hold() {
    holding = true;
    channel.config().setAutoRead(false);
  }

  boolean isHolding() {
    return holding;
  }

  /** Hands on what was held back, until the taker asks to hold again; then reads again. */
  void resume() {
    holding = false;
    while (!holding && !heldBack.isEmpty()) {
      taker.accept(heldBack.remove());
    }
    if (!holding) {
      channel.config().setAutoRead(true);
    }
  }

  /** Forgets what was held back, and holds nothing more. */
  void drop() {
    holding = false;
    heldBack.forEach(ReferenceCountUtil::release);
    heldBack.clear();
  }
}

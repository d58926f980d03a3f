package network.pug.relay.gateway;

import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/**
 * What has come from one connection: handed on at once, or held back in order while the connection
 * moves or must wait, and then no more is read. Belongs to its connection's event loop.
 */
final class Inbox {
  private final Channel channel;
  private final Consumer<Received> taker;
  private final ArrayDeque<Received> heldBack = new ArrayDeque<>(0);
  private boolean holding;

  /**
   * An inbox that holds nothing back.
   *
   * @param taker gets each thing received, and releases it
   */
  Inbox(Channel channel, Consumer<Received> taker) {
    this.channel = channel;
    this.taker = taker;
  }

  /** Takes what came next. */
  void add(Received received) {
    if (holding) {
      heldBack.add(received);
    } else {
      taker.accept(received);
    }
  }

  /** Puts something back in front of all else. */
  void putBack(Received received) {
    heldBack.addFirst(received);
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
    heldBack.forEach(Received::release);
    heldBack.clear();
  }
}

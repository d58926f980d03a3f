package network.pug.relay.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What one connection has yet to be sent: first what Netty has taken for the socket, up to its high
 * water mark, then a queue of our own with a bound in bytes, which can be dropped when the other
 * side does not read. Belongs to its connection's event loop.
 */
final class Outbox {
  /** What a waiting frame costs beside its bytes, about; so that tiny ones are bounded as well. */
  private static final int FRAME_OVERHEAD = 128;

  private final Channel channel;
  private final Backlog backlog;
  private final ArrayDeque<ByteBuf> waiting = new ArrayDeque<>(0);
  private int waitingBytes;
  private @Nullable ByteBuf last;
  private @Nullable Runnable lastWritten;

  /**
   * An empty outbox.
   *
   * @param backlog bounds what waits here and everywhere
   */
  Outbox(Channel channel, Backlog backlog) {
    this.channel = channel;
    this.backlog = backlog;
  }

  /**
   * Takes a frame to send, without flushing it.
   *
   * @param frame owned by the outbox from here
   * @return false if it would exceed a bound; the frame is dropped then, as it is behind the last
   *     one, and where the connection is gone
   */
  boolean offer(ByteBuf frame) {
    if (lastWritten != null) {
      frame.release();
      return true;
    }
    if (waiting.isEmpty() && channel.isWritable()) {
      channel.write(frame, channel.voidPromise());
      return true;
    }
    if (!channel.isActive()) {
      frame.release();
      return true;
    }
    int size = cost(frame);
    if (!backlog.tryAdd(waitingBytes, size)) {
      frame.release();
      return false;
    }
    waiting.add(frame);
    waitingBytes += size;
    return true;
  }

  /**
   * Takes the frame behind which nothing comes, and flushes.
   *
   * @param written run when the frame has gone into the socket
   */
  void finish(ByteBuf frame, Runnable written) {
    last = frame;
    lastWritten = written;
    flush();
  }

  /** By what its buffer takes, which for a burst may be twice what is in it. */
  private static int cost(ByteBuf frame) {
    return frame.capacity() + FRAME_OVERHEAD;
  }

  /** Drops what has not been given to Netty yet. */
  void dropWaiting() {
    waiting.forEach(ByteBuf::release);
    waiting.clear();
    backlog.remove(waitingBytes);
    waitingBytes = 0;
  }

  /** Drops everything; the connection is gone. */
  void release() {
    dropWaiting();
    if (last != null) {
      last.release();
      last = null;
    }
  }

  /** Sends on: to be called at the end of an event-loop turn, and when the socket takes more. */
  void flush() {
    while (!waiting.isEmpty() && channel.isWritable()) {
      ByteBuf frame = waiting.remove();
      waitingBytes -= cost(frame);
      backlog.remove(cost(frame));
      channel.write(frame, channel.voidPromise());
    }
    if (waiting.isEmpty() && last != null && lastWritten != null) {
      ByteBuf frame = last;
      Runnable written = lastWritten;
      last = null;
      channel.write(frame).addListener(future -> written.run());
    }
    channel.flush();
  }
}

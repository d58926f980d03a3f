package network.pug.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * What a message of the generator holds: which run, room, sender and number it is of, when it was
 * due to be sent, a check over these, and random bytes that depend on the number. Big-endian, a
 * multiple of eight bytes. Safe for any thread, for nothing of it changes.
 */
final class Payload {
  /** The run's number, room and sender, the sender's sequence, nanoseconds, the check. */
  static final int HEAD_BYTES = 5 * Long.BYTES;

  private static final int RUN = 0;
  private static final int PLACE = 8;
  private static final int SEQUENCE = 16;
  private static final int PLANNED = 24;
  private static final int CHECK = 32;

  /** From how many places the random bytes are taken. */
  private static final int PLACES = 512;

  private final long run;
  private final int bytes;
  private final ByteBuf filler;
  private final ByteBuffer fillerView;

  /**
   * Of one run.
   *
   * @param run its number, which no other run has
   * @param bytes of a message; a multiple of 8 from 48
   */
  Payload(long run, int bytes) {
    if (bytes < HEAD_BYTES + Long.BYTES || bytes % Long.BYTES != 0) {
      throw new IllegalArgumentException("a message has 48, 56, 64 … bytes, not " + bytes);
    }
    this.run = run;
    this.bytes = bytes;
    byte[] random = new byte[bytes - HEAD_BYTES + PLACES * Long.BYTES];
    new Random(run).nextBytes(random);
    fillerView = ByteBuffer.allocateDirect(random.length).put(random).clear().asReadOnlyBuffer();
    filler = Unpooled.wrappedBuffer(fillerView.duplicate());
  }

  int bytes() {
    return bytes;
  }

  /**
   * Writes one, masked as a client's frame must be (RFC 6455 section 5.3).
   *
   * @param mask the four bytes of the mask twice; 0 for none
   */
  void write(ByteBuf out, long mask, int room, int sender, long sequence, long planned) {
    long place = place(room, sender);
    out.writeLong(run ^ mask);
    out.writeLong(place ^ mask);
    out.writeLong(sequence ^ mask);
    out.writeLong(planned ^ mask);
    out.writeLong(check(place, sequence, planned) ^ mask);
    int end = from(place, sequence) + bytes - HEAD_BYTES;
    for (int i = from(place, sequence); i < end; i += Long.BYTES) {
      out.writeLong(filler.getLong(i) ^ mask);
    }
  }

  /** True if it is of this run, as far as its number tells. */
  boolean isOfRun(ByteBuf message, int at) {
    return message.getLong(at + RUN) == run;
  }

  int room(ByteBuf message, int at) {
    return (int) (message.getLong(at + PLACE) >>> Integer.SIZE);
  }

  int sender(ByteBuf message, int at) {
    return (int) message.getLong(at + PLACE);
  }

  long sequence(ByteBuf message, int at) {
    return message.getLong(at + SEQUENCE);
  }

  /** When it was due, by {@link System#nanoTime}. */
  long planned(ByteBuf message, int at) {
    return message.getLong(at + PLANNED);
  }

  /** True if every byte behind the run's number is as it was written. */
  boolean isIntact(ByteBuf message, int at) {
    long place = message.getLong(at + PLACE);
    long sequence = sequence(message, at);
    if (message.getLong(at + CHECK) != check(place, sequence, planned(message, at))) {
      return false;
    }
    int length = bytes - HEAD_BYTES;
    ByteBuffer came = message.internalNioBuffer(at + HEAD_BYTES, length);
    return came.equals(fillerView.slice(from(place, sequence), length));
  }

  private static long place(int room, int sender) {
    return (long) room << Integer.SIZE | sender;
  }

  /** Changes with every bit of what it is over, by the multipliers of MurmurHash3's last steps. */
  private static long check(long place, long sequence, long planned) {
    return mix(mix(mix(place) + sequence) + planned);
  }

  private static long mix(long value) {
    long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }

  private static int from(long place, long sequence) {
    return (int) ((sequence + 31 * place) & PLACES - 1) * Long.BYTES;
  }
}

package network.pug.bench.load;

import io.netty.buffer.ByteBuf;
import network.pug.bench.load.Faults.Kind;
import network.pug.protocol.Wire;

/**
 * Checks what the members of one room are sent: every message once to every member, in one order
 * for all, with the bytes that it was sent with, behind a header that says who sent it and whose
 * timestamps increase. For one thread.
 *
 * <p>The order is that in which messages first come to any member; the others are compared with it.
 * It is kept until every member has got so far.
 */
final class RoomCheck {
  private static final int HEAD = Wire.MESSAGE_HEADER_BYTES;

  /** A message with its place in the order. */
  private static final class Entry {
    int sender;
    long sequence;
    long timestamp;
    int missing;
  }

  private final int room;
  private final int members;
  private final Payload payload;
  private final Faults faults;

  private final long[] sent;
  private final long[] ordered;
  private final long[] ids;
  private final long[] positions;
  private Entry[] ring = entries(16);
  private long end;
  private long begin;
  private long timestamp;
  private long planned;

  /** Nobody has sent anything yet. */
  RoomCheck(int room, int members, Payload payload, Faults faults) {
    this.room = room;
    this.members = members;
    this.payload = payload;
    this.faults = faults;
    sent = new long[members];
    ordered = new long[members];
    ids = new long[members];
    positions = new long[members];
  }

  /** A member's connection id; 0 where the relay does not tell, and its first message will. */
  void identify(int member, long id) {
    ids[member] = id;
  }

  /** The number of the next message that a member sends. */
  long next(int sender) {
    return sent[sender]++;
  }

  /**
   * A member got a message.
   *
   * @param at where it begins, with the relay's header
   * @param length of it, with that header
   * @return true if every member has it now
   */
  boolean delivered(int member, ByteBuf message, int at, int length) {
    if (length != HEAD + payload.bytes()) {
      return fault(Kind.CONTENT, member, length + " bytes");
    }
    int body = at + HEAD;
    if (!payload.isOfRun(message, body)) {
      return fault(Kind.ROUTE, member, "a message that is not of this run");
    }
    if (!payload.isIntact(message, body)) {
      return fault(Kind.CONTENT, member, "changed bytes");
    }
    if (payload.room(message, body) != room) {
      return fault(Kind.ROUTE, member, "a message of room " + payload.room(message, body));
    }
    planned = payload.planned(message, body);
    int sender = payload.sender(message, body);
    long sequence = payload.sequence(message, body);
    checkSender(member, sender, message.getByte(at), message.getLong(at + 1));
    long time = message.getLong(at + 1 + Long.BYTES);
    long position = positions[member]++;
    if (position == end) {
      append(member, sender, sequence, time);
    }
    Entry entry = at(position);
    if (entry.sender != sender || entry.sequence != sequence) {
      boolean again = sequence < ordered[sender] && !isAhead(position, sender, sequence);
      fault(
          again ? Kind.DUPLICATE : Kind.ORDER,
          member,
          "message %d of member %d, not %d of %d"
              .formatted(sequence, sender, entry.sequence, entry.sender));
    } else if (entry.timestamp != time) {
      fault(Kind.HEADER, member, "another timestamp than others got");
    }
    if (--entry.missing > 0) {
      return false;
    }
    advance();
    return true;
  }

  /** When the last message that was delivered had been due, by {@link System#nanoTime}. */
  long planned() {
    return planned;
  }

  /** How many deliveries are still due. */
  long outstanding() {
    long all = 0;
    for (long number : sent) {
      all += number;
    }
    long due = 0;
    for (long position : positions) {
      due += all - position;
    }
    return due;
  }

  private void checkSender(int member, int sender, byte type, long id) {
    if (type != Wire.CHAT_MESSAGE) {
      fault(Kind.HEADER, member, "a message of type " + type);
    }
    if (ids[sender] == 0) {
      ids[sender] = id;
    } else if (ids[sender] != id) {
      fault(Kind.HEADER, member, "a sender's id that is not that of member " + sender);
    }
  }

  private void append(int member, int sender, long sequence, long time) {
    if (sequence < ordered[sender]) {
      fault(Kind.DUPLICATE, member, "message " + sequence + " of member " + sender + " again");
    } else if (sequence > ordered[sender]) {
      fault(
          Kind.GAP,
          member,
          "message %d of member %d, not %d".formatted(sequence, sender, ordered[sender]));
    }
    ordered[sender] = Math.max(ordered[sender], sequence + 1);
    if (time <= timestamp) {
      fault(Kind.HEADER, member, "a timestamp that does not increase");
    }
    timestamp = time;
    if (end - begin == ring.length) {
      grow();
    }
    Entry entry = at(end++);
    entry.sender = sender;
    entry.sequence = sequence;
    entry.timestamp = time;
    entry.missing = members;
  }

  /** True if a message stands behind a place in the order. */
  private boolean isAhead(long position, int sender, long sequence) {
    for (long i = position + 1; i < end; i++) {
      if (at(i).sender == sender && at(i).sequence == sequence) {
        return true;
      }
    }
    return false;
  }

  /** Lets go of what all members have. */
  private void advance() {
    while (begin < end && at(begin).missing == 0) {
      begin++;
    }
  }

  private boolean fault(Kind kind, int member, String what) {
    faults.add(kind, "room " + room + ", member " + member + ": " + what);
    return false;
  }

  private Entry at(long position) {
    return ring[(int) (position & ring.length - 1)];
  }

  private void grow() {
    Entry[] grown = entries(ring.length * 2);
    for (long i = begin; i < end; i++) {
      grown[(int) (i & grown.length - 1)] = at(i);
    }
    ring = grown;
  }

  private static Entry[] entries(int number) {
    Entry[] entries = new Entry[number];
    for (int i = 0; i < number; i++) {
      entries[i] = new Entry();
    }
    return entries;
  }
}

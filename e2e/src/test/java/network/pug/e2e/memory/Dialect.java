package network.pug.e2e.memory;

import java.io.IOException;
import network.pug.e2e.support.Room;

/** How one kind of relay is asked for rooms. All that is said is taken note of. */
interface Dialect {
  /** Makes a room for so many members. */
  Room create(Needles needles, int ttlSeconds, int capacity) throws IOException;

  /** Joins a room; the first who does is its creator. */
  Voice join(Needles needles, Room room) throws IOException;
}

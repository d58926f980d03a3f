package network.pug.e2e.memory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds every run of needles' bytes, wherever it begins. Some 8-byte words of each needle, close
 * enough that every run has one, are in a hash table; the word at every address is looked up there,
 * and what matches is compared and extended to both sides. Used by one thread.
 */
final class Search {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final int CHUNK = 1 << 20;
  private static final int MARGIN = 48;
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private final List<Needle> needles;

  // An open-addressing table: no word is 0, and 0 is a free place.
  private final long[] words;
  private final int[] needleOf;
  private final int[] offsetOf;
  private final int shift;

  // A bit for each of more hashes than places, to pass over most addresses at the cost of one look.
  private final long[] filter;
  private final int filterShift;

  // Of each needle, the run found last: where the needle would begin there, and where the run ends.
  private final long[] lastBegin;
  private final long[] lastEnd;

  Search(List<Needle> needles) {
    this.needles = List.copyOf(needles);
    int count = needles.stream().mapToInt(needle -> needle.length() / needle.stride() + 1).sum();
    int bits = Long.SIZE - Long.numberOfLeadingZeros(2L * count);
    words = new long[1 << bits];
    needleOf = new int[1 << bits];
    offsetOf = new int[1 << bits];
    shift = Long.SIZE - bits;
    filter = new long[1 << (bits - 2)];
    filterShift = shift - 4;
    lastBegin = new long[needles.size()];
    lastEnd = new long[needles.size()];
    for (int i = 0; i < needles.size(); i++) {
      add(i, needles.get(i));
    }
  }

  private void add(int index, Needle needle) {
    byte[] word = new byte[Long.BYTES];
    for (int at = 0; at + Long.BYTES <= needle.length(); at += needle.stride()) {
      for (int i = 0; i < word.length; i++) {
        word[i] = needle.at(at + i);
      }
      put((long) WORD.get(word, 0), index, at);
    }
  }

  private void put(long word, int needle, int offset) {
    if (word == 0) {
      return; // half of memory is
    }
    int hash = (int) ((word * GOLDEN_RATIO) >>> filterShift);
    filter[hash >>> 6] |= 1L << hash;
    int place = place(word);
    if (words[place] == 0) {
      words[place] = word;
      needleOf[place] = needle;
      offsetOf[place] = offset;
    }
  }

  private int place(long word) {
    int place = (int) ((word * GOLDEN_RATIO) >>> shift);
    while (words[place] != 0 && words[place] != word) {
      place = (place + 1) & (words.length - 1);
    }
    return place;
  }

  /**
   * All runs in some memory.
   *
   * @param address where it began in its process
   */
  List<Place> in(MemorySegment memory, long address, Mappings mappings) {
    Arrays.fill(lastEnd, -1);
    List<Place> places = new ArrayList<>();
    byte[] chunk = new byte[CHUNK + 2 * Long.BYTES];
    for (long from = 0; from < memory.byteSize(); from += CHUNK) {
      int length = (int) Math.min(chunk.length, memory.byteSize() - from);
      MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, from, chunk, 0, length);
      Arrays.fill(chunk, length, chunk.length, (byte) 0);
      for (int at = next(chunk, 0); at < CHUNK; at = next(chunk, at + 1)) {
        int place = place((long) WORD.get(chunk, at));
        if (words[place] != 0) {
          look(memory, from + at, place, address, mappings, places);
        }
      }
    }
    return places;
  }

  /** The next index in a chunk at which there may be a word of the table, or the chunk's length. */
  private int next(byte[] chunk, int from) {
    for (int at = from; at < CHUNK; at++) {
      long word = (long) WORD.get(chunk, at);
      if (word == 0) {
        // Where the next word is 0 as well, so are all between the two.
        while (at < CHUNK && (long) WORD.get(chunk, at + Long.BYTES) == 0) {
          at += Long.BYTES;
        }
      } else {
        int hash = (int) ((word * GOLDEN_RATIO) >>> filterShift);
        if ((filter[hash >>> 6] & (1L << hash)) != 0) {
          return at;
        }
      }
    }
    return CHUNK;
  }

  private void look(
      MemorySegment memory,
      long at,
      int place,
      long address,
      Mappings mappings,
      List<Place> places) {
    int index = needleOf[place];
    long begin = at - offsetOf[place];
    if (lastBegin[index] == begin && at < lastEnd[index]) {
      return;
    }
    Needle needle = needles.get(index);
    int low = offsetOf[place];
    while (low > 0 && begin + low > 0 && at(memory, begin + low - 1) == needle.at(low - 1)) {
      low--;
    }
    int high = offsetOf[place] + Long.BYTES;
    while (high < needle.length()
        && begin + high < memory.byteSize()
        && at(memory, begin + high) == needle.at(high)) {
      high++;
    }
    lastBegin[index] = begin;
    lastEnd[index] = begin + high;
    if (high - low >= needle.shortestRun()) {
      long found = address + begin + low;
      String around = around(memory, begin + low, high - low);
      places.add(new Place(needle, found, mappings.use(found), high - low, around));
    }
  }

  private static String around(MemorySegment memory, long offset, int length) {
    long end = Math.min(memory.byteSize(), offset + Math.min(length, MARGIN) + MARGIN);
    StringBuilder text = new StringBuilder();
    for (long at = Math.max(0, offset - MARGIN); at < end; at++) {
      byte b = at(memory, at);
      text.append(b < ' ' || b > '~' ? '.' : (char) b);
    }
    return text.toString();
  }

  private static byte at(MemorySegment memory, long offset) {
    return memory.get(ValueLayout.JAVA_BYTE, offset);
  }
}

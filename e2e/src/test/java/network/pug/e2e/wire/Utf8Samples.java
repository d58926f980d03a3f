package network.pug.e2e.wire;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Byte sequences, in hex, that are UTF-8 or are not (RFC 3629 sections 3 and 4). */
final class Utf8Samples {

  /** The first and last characters of each length, the edges of the gap, and a few in a row. */
  static final List<String> RIGHT =
      List.of(
          "00",
          "7f",
          "c280",
          "dfbf",
          "e0a080",
          "ed9fbf",
          "ee8080",
          "efbfbd",
          "efbfbe",
          "efbfbf",
          "f0908080",
          "f48fbfbf",
          "cebae1bdb9cf83cebcceb5",
          "48c3a96c6cc3b620e282ac20f09f90b6",
          "f0908080f48fbfbfefbfbfed9fbf7f00");

  /** What no text may hold, by the reason. */
  static final List<String> WRONG =
      Stream.of(
              // a byte that goes on with nothing, one and more
              Stream.of("80", "bf", "808080", "8081828384858687", "6180"),
              // a first byte without the rest, each kind at the end and before something else
              Stream.of("c2", "df", "e0", "e1", "ef", "f0", "f4", "e0a0", "e1bf", "f090", "f09f90"),
              Stream.of("c220", "e120", "e18020", "f120", "f18020", "f1808020", "c3c3", "e2e282ac"),
              // longer than need be
              Stream.of("c080", "c0af", "c1bf", "e08080", "e080af", "e09fbf", "f0808080"),
              Stream.of("f08080af", "f08fbfbf", "f8808080af", "fc80808080af", "fc83bfbfbfbf"),
              // surrogates, alone and in pairs
              Stream.of("eda080", "edadbf", "edae80", "edafbf", "edb080", "edbfbf"),
              Stream.of("eda080edb080", "edadbfedbfbf", "edafbfedbfbf"),
              // above U+10FFFF
              Stream.of("f4908080", "f5808080", "f7bfbfbf", "f888808080", "fbbfbfbfbf"),
              // no byte of UTF-8
              Stream.of("fe", "ff", "fefeffff", "41ff41"),
              // somewhere in a text
              Stream.of("cebae1bdb9cf83cebcceb5eda080656469746564"),
              IntStream.of(0xc0, 0xc1, 0xf5, 0xf8, 0xfc).mapToObj("41%02x41"::formatted))
          .flatMap(samples -> samples)
          .toList();

  private Utf8Samples() {}
}

package network.pug.e2e.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static network.pug.e2e.support.Frame.BINARY;
import static network.pug.e2e.support.Frame.CLOSE;
import static network.pug.e2e.support.Frame.CONTINUATION;
import static network.pug.e2e.support.Frame.PING;
import static network.pug.e2e.support.Frame.PONG;
import static network.pug.e2e.support.Frame.TEXT;
import static network.pug.e2e.wire.Step.all;
import static network.pug.e2e.wire.Step.close;
import static network.pug.e2e.wire.Step.closed;
import static network.pug.e2e.wire.Step.echo;
import static network.pug.e2e.wire.Step.fragment;
import static network.pug.e2e.wire.Step.fragments;
import static network.pug.e2e.wire.Step.hex;
import static network.pug.e2e.wire.Step.lastFragment;
import static network.pug.e2e.wire.Step.message;
import static network.pug.e2e.wire.Step.ping;
import static network.pug.e2e.wire.Step.pong;
import static network.pug.e2e.wire.Step.send;
import static network.pug.e2e.wire.Step.text;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import network.pug.e2e.cli.Pugnetwork;
import network.pug.e2e.support.Certificate;
import network.pug.e2e.support.RawWebSocket;
import network.pug.e2e.support.Relay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * RFC 6455 to the letter, against the echo on the relay's own pipeline, plain and over TLS. A
 * breach must be told at the byte that is one: what would complete the frame is not even sent.
 */
class Rfc6455Test {
  private static final int[] DATA = {TEXT, BINARY};
  private static final int MEGA = 1 << 20;

  @TempDir private static Path folder;
  private static Pugnetwork plainEcho;
  private static Pugnetwork tlsEcho;
  private static Relay plain;
  private static Relay tls;

  private final List<DynamicTest> tests = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    Certificate certificate = Certificate.make(folder, "echo");
    plainEcho = Pugnetwork.start("echo", "--port=0");
    plain = Relay.at(root(plainEcho));
    tlsEcho =
        Pugnetwork.start(
            "echo",
            "--port=0",
            "--tls-cert=" + certificate.chain(),
            "--tls-key=" + certificate.key());
    tls = Relay.at(root(tlsEcho), certificate);
  }

  private static URI root(Pugnetwork echo) throws IOException {
    URI socket = echo.listening();
    return URI.create(socket.getScheme() + "://" + socket.getAuthority());
  }

  @AfterAll
  static void stop() {
    plainEcho.close();
    tlsEcho.close();
  }

  private void add(String name, Step... steps) {
    tests.add(dynamicTest(name, () -> run(plain, steps)));
    tests.add(dynamicTest(name + ", over TLS", () -> run(tls, steps)));
  }

  private static void run(Relay echo, Step... steps) throws Exception {
    try (RawWebSocket socket = new RawWebSocket(echo)) {
      for (Step step : steps) {
        step.take(socket);
      }
    }
  }

  private static byte[] letters(int count) {
    byte[] letters = new byte[count];
    for (int i = 0; i < count; i++) {
      letters[i] = (byte) ('a' + i % 23);
    }
    return letters;
  }

  @TestFactory
  List<DynamicTest> payloadsOfEveryLengthComeBack() {
    for (int length : new int[] {0, 1, 125, 126, 127, 128, 65_535, 65_536}) {
      for (int opcode : DATA) {
        for (int piece : new int[] {997, MEGA}) {
          byte[] payload = letters(length);
          add(
              length + " bytes of opcode " + opcode + " in pieces of " + piece,
              send(piece, message(opcode, payload)),
              echo(opcode, payload),
              close());
        }
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> largeMessagesComeBack() {
    for (int opcode : DATA) {
      for (int length : new int[] {256 << 10, MEGA, 4 * MEGA, 16 * MEGA}) {
        byte[] payload = letters(length);
        add(
            length + " bytes of opcode " + opcode,
            send(message(opcode, payload)),
            echo(opcode, payload),
            close());
      }
      byte[] payload = letters(MEGA);
      for (int size : new int[] {64, 1300, 65_536}) {
        add(
            "fragments of " + size + " of opcode " + opcode,
            send(fragments(opcode, size, payload)),
            echo(opcode, payload),
            close());
        add(
            "pieces of " + size + " of opcode " + opcode,
            send(size, message(opcode, payload)),
            echo(opcode, payload),
            close());
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> manyMessagesComeBackInOrder() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      steps.add(send(text("message " + i)));
    }
    for (int i = 0; i < 1000; i++) {
      steps.add(echo(TEXT, ("message " + i).getBytes(US_ASCII)));
    }
    steps.add(close());
    add("a thousand", steps.toArray(Step[]::new));
    return tests;
  }

  @TestFactory
  List<DynamicTest> pingsAreAnsweredWithTheirData() {
    for (String data : List.of("", "Hello", "x".repeat(125))) {
      add("of " + data.length(), send(ping(data)), pong(data), close());
      add("of " + data.length() + " byte by byte", send(1, ping(data)), pong(data), close());
    }
    List<Step> ten = new ArrayList<>();
    IntStream.range(0, 10).forEach(i -> ten.add(send(ping("ping " + i))));
    IntStream.range(0, 10).forEach(i -> ten.add(pong("ping " + i)));
    ten.add(close());
    add("ten", ten.toArray(Step[]::new));
    add("126 bytes", send(hex("89 fe")), closed(1002));
    add("pongs are not answered", send(message(PONG), message(PONG, letters(125))), close());
    add("pong, then ping", send(message(PONG, letters(9)), ping("now")), pong("now"), close());
    return tests;
  }

  @TestFactory
  List<DynamicTest> reservedBitsAreABreach() {
    for (int bits = 1; bits <= 7; bits++) {
      for (int opcode : new int[] {TEXT, BINARY, CONTINUATION, CLOSE, PING, PONG}) {
        byte[] first = {(byte) (0x80 | bits << 4 | opcode)};
        add("bits " + bits + " of opcode " + opcode, send(first), closed(1002));
      }
    }
    add(
        "what came before is answered, what follows is not",
        send(text("before"), hex("d1 80 00000000"), ping("behind")),
        echo(TEXT, "before".getBytes(US_ASCII)),
        closed(1002));
    return tests;
  }

  @TestFactory
  List<DynamicTest> reservedOpcodesAreABreach() {
    for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
      byte[] first = {(byte) (0x80 | opcode)};
      add("opcode " + opcode, send(first), closed(1002));
      add(
          "opcode " + opcode + " behind a message",
          send(text("before"), message(opcode, letters(3)), ping("behind")),
          echo(TEXT, "before".getBytes(US_ASCII)),
          closed(1002));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> framesWithoutAMaskAreABreach() {
    for (int opcode : new int[] {TEXT, BINARY, CLOSE, PING, PONG}) {
      byte[] head = {(byte) (0x80 | opcode), 0};
      add("opcode " + opcode, send(head), closed(1002));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> lengthsAreInTheirShortestForm() {
    for (String head : List.of("82fe0000", "82fe007d", "82ff0000000000000000")) {
      add(head, send(hex(head)), closed(1002));
    }
    add("65535 in eight bytes", send(hex("82 ff 000000000000ffff")), closed(1002));
    add("with the highest bit", send(hex("82 ff 8000000000000001")), closed(1002));
    return tests;
  }

  @TestFactory
  List<DynamicTest> fragmentsAreJoined() {
    byte[] joined = "one two three".getBytes(US_ASCII);
    for (int opcode : DATA) {
      byte[] first = fragment(opcode, "one ");
      byte[] second = fragment(CONTINUATION, "two ");
      byte[] last = lastFragment("three");
      for (int piece : new int[] {1, MEGA}) {
        String how = " of opcode " + opcode + " in pieces of " + piece;
        add("three" + how, send(piece, first, second, last), echo(opcode, joined), close());
        add(
            "around pings" + how,
            send(piece, first, ping("a"), second, ping("b"), message(PONG), last),
            pong("a"),
            pong("b"),
            echo(opcode, joined),
            close());
      }
      add(
          "empty ones",
          send(fragment(opcode, ""), fragment(CONTINUATION, ""), lastFragment("")),
          echo(opcode),
          close());
      add(
          "a message behind them",
          send(first, second, last, message(opcode, joined)),
          echo(opcode, joined),
          echo(opcode, joined),
          close());
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> fragmentsOutOfOrderAreABreach() {
    add("fragmented ping", send(hex("09")), closed(1002));
    add("fragmented pong", send(hex("0a")), closed(1002));
    add("fragmented close", send(hex("08")), closed(1002));
    add("first a last fragment", send(hex("80")), closed(1002));
    add("first a continuation", send(hex("00")), closed(1002));
    for (int opcode : DATA) {
      byte[] first = fragment(opcode, "one ");
      byte[] last = lastFragment("two");
      byte[] whole = "one two".getBytes(US_ASCII);
      for (int other : DATA) {
        byte[] head = {(byte) other};
        byte[] finalHead = {(byte) (0x80 | other)};
        String what = "opcode " + other + " within " + opcode;
        add(what, send(first, head), closed(1002));
        add(what + ", whole", send(first, finalHead), closed(1002));
      }
      for (String late : List.of("00", "80")) {
        add(
            "continuation " + late + " behind the last of " + opcode,
            send(first, last, hex(late)),
            echo(opcode, whole),
            closed(1002));
      }
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> textThatIsUtf8ComesBack() {
    for (String hex : Utf8Samples.RIGHT) {
      byte[] text = hex(hex);
      add(hex, send(message(TEXT, text)), echo(TEXT, text), close());
      add(hex + " byte by byte", send(1, message(TEXT, text)), echo(TEXT, text), close());
      add(hex + " in fragments", send(fragments(TEXT, 1, text)), echo(TEXT, text), close());
      add(hex + " in a close frame", send(closing(1000, text)), closed(1000));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> textThatIsNoUtf8IsABreach() {
    for (String hex : Utf8Samples.WRONG) {
      byte[] text = hex(hex);
      add(hex, send(message(TEXT, text)), closed(1007));
      add(hex + " byte by byte", send(1, message(TEXT, text)), closed(1007));
      add(hex + " in fragments", send(fragments(TEXT, 1, text)), closed(1007));
      add(hex + " in a close frame", send(closing(1000, text)), closed(1007));
      add(hex + " as bytes", send(message(BINARY, text)), echo(BINARY, text), close());
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> textIsToldToBeWrongAtItsFirstWrongByte() {
    String start = "cebae1bdb9cf83cebcceb5";
    for (String wrong : List.of("f490", "ff", "eda0", "c0", "e080", "ce41")) {
      byte[] text = hex(start + wrong);
      byte[] frame = message(TEXT, all(text, letters(20)));
      byte[] cut = new byte[frame.length - 20];
      System.arraycopy(frame, 0, cut, 0, cut.length);
      add(wrong + " within a frame", send(cut), closed(1007));
      add(wrong + " within a frame, byte by byte", send(1, cut), closed(1007));
      byte[] before = hex(start + wrong.substring(0, wrong.length() - 2));
      byte[] last = hex(wrong.substring(wrong.length() - 2));
      add(
          wrong + " within a fragment",
          send(RawWebSocket.frame(false, TEXT, before)),
          send(RawWebSocket.frame(false, CONTINUATION, last)),
          closed(1007));
    }
    return tests;
  }

  @TestFactory
  List<DynamicTest> aCloseFrameIsAnsweredAndEndsAll() {
    add("with a code", send(closing(1000)), closed(1000));
    add("with a reason", send(closing(1000, letters(123))), closed(1000));
    add("byte by byte", send(1, closing(1000, letters(5))), closed(1000));
    add("twice", send(closing(1000), closing(1001)), closed(1000));
    add("before a ping", send(closing(1000), ping("late")), closed(1000));
    add("before a message", send(closing(1000), text("late")), closed(1000));
    add("before what is no frame", send(closing(1000), letters(99)), closed(1000));
    add(
        "behind a message",
        send(message(TEXT, letters(MEGA / 4)), closing(1000), ping("late")),
        echo(TEXT, letters(MEGA / 4)),
        closed(1000));
    add(
        "within a message",
        send(fragment(TEXT, "one "), closing(1000), lastFragment("two")),
        closed(1000));
    return tests;
  }

  @TestFactory
  List<DynamicTest> closeCodesThatMayBeSentComeBack() {
    IntStream.of(1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014)
        .forEach(code -> add("" + code, send(closing(code)), closed(code)));
    IntStream.of(3000, 3999, 4000, 4999)
        .forEach(code -> add("" + code, send(closing(code)), closed(code)));
    return tests;
  }

  @TestFactory
  List<DynamicTest> closeFramesThatAreWrongAreABreach() {
    IntStream.of(0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535)
        .forEach(code -> add("" + code, send(closing(code)), closed(1002)));
    add("half a code", send(hex("88 81")), closed(1002));
    add("126 bytes", send(hex("88 fe")), closed(1002));
    return tests;
  }

  private static byte[] closing(int code, byte... reason) {
    return message(CLOSE, all(new byte[] {(byte) (code >> 8), (byte) code}, reason));
  }
}

package network.pug.relay.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import network.pug.relay.Separation;
import network.pug.relay.room.Clock;
import network.pug.relay.room.Digest;
import network.pug.relay.room.Quota;
import network.pug.relay.room.RoomRegistry;
import org.junit.jupiter.api.Test;

/**
 * Whether the time of a refusal tells where a wrong secret or token begins to be wrong: a table,
 * and a failure where it does. It is no test by its name, so it runs only when it is asked for: a
 * busy machine could fail it.
 */
class Timing {
  private static final int TRIES = 1_000_000;
  private static final int WARM_UP = 200_000;

  /** For the control, which takes less than the clock can tell. */
  private static final int BATCH = 20;

  private static final String SECRET = "0123456789abcdefghijkl";

  private final Random random = new Random();
  private final List<String> separate = new ArrayList<>();

  @Test
  void tellsNothing() {
    // It takes down a stack trace for each buffer, as no running relay does.
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
    RoomRegistry<String> registry =
        new RoomRegistry<>(
            Clock.SYSTEM, random, nanos -> {}, new Quota(1), (ending, lastMembers) -> {});
    Digest id = digest(bytes("id"));
    Digest secret = digest(bytes(SECRET));
    registry.create(id, secret, 3600, 2);

    System.out.println("| what is wrong | first against last byte, t over " + TRIES + " tries |");
    System.out.println("| --- | --: |");
    print(
        "room secret, through join",
        wrongAt(bytes(SECRET), 0),
        wrongAt(bytes(SECRET), SECRET.length() - 1),
        text -> registry.join(id, digest(text), "x").hashCode());
    OneTimeTokens tokens =
        new OneTimeTokens(
            Clock.SYSTEM,
            Chance.of(random),
            UnpooledByteBufAllocator.DEFAULT,
            Duration.ofDays(1),
            1);
    ByteBuf token = Unpooled.buffer(OneTimeTokens.TOKEN_BYTES);
    tokens.issue(token);
    print(
        "MAC of a token",
        wrongAt(token.array(), 32),
        wrongAt(token.array(), OneTimeTokens.TOKEN_BYTES - 1),
        wrong -> tokens.isValid(ByteBuffer.wrap(wrong)) ? 1 : 0);

    assertEquals(List.of(), separate);

    byte[] right = bytes(SECRET);
    print(
        "control: Arrays.equals, which may tell",
        wrongAt(right, 0),
        wrongAt(right, right.length - 1),
        wrong -> {
          long equal = 0;
          for (int i = 0; i < BATCH; i++) {
            equal += Arrays.equals(wrong, right) ? 1 : 0;
          }
          return equal;
        });
    assertFalse(separate.isEmpty(), "the control must be told apart, or nothing is measured");
  }

  /** Tries both inputs, which of them at random, and prints how separate their times are. */
  private void print(String what, byte[] first, byte[] last, ToLongFunction<byte[]> attempt) {
    byte[][] inputs = {first, last};
    byte[] input = new byte[first.length]; // one for both, for where bytes lie takes time as well
    long[] times = new long[TRIES];
    boolean[] second = new boolean[TRIES];
    long sum = 0;
    for (int i = -WARM_UP; i < TRIES; i++) {
      int index = random.nextInt(2);
      System.arraycopy(inputs[index], 0, input, 0, input.length);
      long start = System.nanoTime();
      sum += attempt.applyAsLong(input);
      long time = System.nanoTime() - start;
      if (i >= 0) {
        times[i] = time;
        second[i] = index == 1;
      }
    }
    double t = Separation.of(times, second);
    boolean isSeparate = Math.abs(t) >= Separation.LIMIT;
    System.out.printf("| %s | %.2f%s |%n", what, t, isSeparate ? ", separate" : "");
    if (isSeparate || sum == -1) { // the sum is looked at, so that nothing of it is left out
      separate.add(what);
    }
  }

  private static byte[] wrongAt(byte[] right, int index) {
    byte[] wrong = right.clone();
    wrong[index] ^= 1;
    return wrong;
  }

  private static Digest digest(byte[] text) {
    return Digest.of(ByteBuffer.wrap(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }
}

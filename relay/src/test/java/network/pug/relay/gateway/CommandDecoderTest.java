package network.pug.relay.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import network.pug.relay.Vectors;
import network.pug.relay.Vectors.Vector;
import network.pug.relay.room.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandDecoderTest {

  static Stream<Vector> vectors() throws IOException {
    return Vectors.in("wire").filter(vector -> vector.get("direction").equals("client"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void readsAsTheVectorSays(Vector vector) {
    Command command = decode(vector.body());
    if (vector.get("expect").equals("malformed")) {
      assertInstanceOf(Command.Malformed.class, command);
    } else if (vector.get("command").equals("room:purge")) {
      assertInstanceOf(Command.Purge.class, command);
    } else {
      Command.Join join = assertInstanceOf(Command.Join.class, command);
      assertEquals(digest(vector.get("roomId")), join.roomId());
      assertEquals(digest(vector.get("roomSecret")), join.roomSecret());
      join.roomIdText().release();
    }
  }

  @Test
  void keepsTheTextOfAnIdToSayItBack() {
    Command.Join join =
        assertInstanceOf(
            Command.Join.class,
            decode(
                "{\"type\":\"room:join\",\"roomId\":\"\\u0048xxbL613hDQCTxU3mGNGkg\","
                    + "\"roomSecret\":\"s\"}"));
    assertEquals("HxxbL613hDQCTxU3mGNGkg", join.roomIdText().toString(StandardCharsets.US_ASCII));
    join.roomIdText().release();
  }

  private static Command decode(String latin1) {
    ByteBuf text = Unpooled.copiedBuffer(latin1, StandardCharsets.ISO_8859_1);
    try {
      return CommandDecoder.decode(UnpooledByteBufAllocator.DEFAULT, text);
    } finally {
      text.release();
    }
  }

  /** The header of a vector was read byte for byte, so its characters are UTF-8's bytes. */
  private static Digest digest(String latin1) {
    return Digest.of(ByteBuffer.wrap(latin1.getBytes(StandardCharsets.ISO_8859_1)));
  }
}

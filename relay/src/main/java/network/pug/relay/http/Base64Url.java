package network.pug.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.base64.Base64;
import io.netty.handler.codec.base64.Base64Dialect;

/** Base64url without padding (RFC 4648 section 5), from buffer to buffer. */
final class Base64Url {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private Base64Url() {}

  /** Appends to {@code out} the first characters of what {@code raw} holds at an index. */
  static void append(ByteBuf out, ByteBuf raw, int index, int bytes, int characters) {
    ByteBuf text = Base64.encode(raw, index, bytes, false, Base64Dialect.URL_SAFE, false);
    try {
      out.writeBytes(text, characters);
    } finally {
      text.release();
    }
  }

  /** The six bits that a character of the alphabet stands for. */
  static int bits(byte character) {
    return ALPHABET.indexOf(character);
  }
}

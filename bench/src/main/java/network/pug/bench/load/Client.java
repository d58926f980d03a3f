package network.pug.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Promise;
import network.pug.bench.load.Faults.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a member: handshake, join, frames both ways. For its event loop.
 *
 * <p>It checks that the relay accepts the handshake, not what the answer is computed from.
 */
final class Client extends ChannelInboundHandlerAdapter implements FrameReader.Frames {
  /** Any will do between programs that we started ourselves. */
  private static final int MASK = 0x9d3f51c7;

  private static final long MASK_TWICE = (long) MASK << Integer.SIZE | Integer.toUnsignedLong(MASK);
  private static final int MASKED = 0x80;
  private static final int MAX_HEAD_BYTES = 14;

  /** Is told what becomes of a connection. */
  interface Events {
    void message(Client client, ByteBuf in, int at, int length);

    /** It is closed, as it was asked to. */
    default void left(Client client) {}

    /** It is closed, though nobody asked for that. */
    void fault(Kind kind, String what);
  }

  private final Dialect dialect;
  private final Place place;
  private final int member;
  private final Events events;
  private final Promise<Long> joined;
  private final FrameReader frames = new FrameReader(this);
  private @Nullable ChannelHandlerContext context;
  private boolean open;
  private boolean leaving;
  private boolean failed;

  /**
   * Of a member.
   *
   * @param joined completed with the connection id when it is in the room, 0 for an unknown one
   */
  Client(Dialect dialect, Place place, int member, Events events, Promise<Long> joined) {
    this.dialect = dialect;
    this.place = place;
    this.member = member;
    this.events = events;
    this.joined = joined;
  }

  Place place() {
    return place;
  }

  int member() {
    return member;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    context = ctx;
    String request =
        """
        GET %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AAECAwQFBgcICQoLDA0ODw==\r
        \r
        """
            .formatted(dialect.target(place));
    ctx.writeAndFlush(ByteBufUtil.writeAscii(ctx.alloc(), request));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf came = (ByteBuf) message;
    try {
      if (open || shakesHands(came)) {
        frames.read(ctx.alloc(), came);
      }
    } finally {
      came.release();
    }
  }

  /** The head of an answer is short, and comes at once. */
  private boolean shakesHands(ByteBuf came) {
    String text = came.toString(US_ASCII);
    int end = text.indexOf("\r\n\r\n");
    if (!text.startsWith("HTTP/1.1 101 ") || end < 0) {
      fail("the handshake was answered " + text.lines().findFirst().orElse("with nothing"));
      return false;
    }
    came.skipBytes(end + 4);
    open = true;
    dialect.opened(this);
    return true;
  }

  @Override
  public void frame(int first, ByteBuf in, int at, int length) {
    switch (first) {
      case FrameReader.BINARY -> events.message(this, in, at, length);
      case FrameReader.TEXT -> dialect.heard(this, in.slice(at, length));
      case FrameReader.PING -> pong(in.slice(at, length));
      case FrameReader.CLOSE -> closed(in, at, length);
      default -> fail("a frame that begins with 0x" + Integer.toHexString(first));
    }
  }

  private void closed(ByteBuf in, int at, int length) {
    if (!leaving) {
      fail(length < 2 ? "closed" : "closed with " + in.getUnsignedShort(at));
    }
  }

  /** It is in its room. */
  void joined(long id) {
    joined.trySuccess(id);
  }

  /** A text message came that was not due. */
  void unexpected(ByteBuf text) {
    fail("unexpected: " + text.toString(US_ASCII));
  }

  /** Sends a text message of ASCII. */
  void say(String text) {
    ByteBuf frame = context().alloc().directBuffer(MAX_HEAD_BYTES + text.length());
    writeText(frame, text);
    context().writeAndFlush(frame);
  }

  /** Sends a message of the room, in a write of its own, for members are people apart. */
  void send(Payload payload, long sequence, long planned) {
    int bytes = payload.bytes();
    String prefix = dialect.prefix();
    ByteBuf frame = context().alloc().directBuffer(2 * MAX_HEAD_BYTES + prefix.length() + bytes);
    if (!prefix.isEmpty()) {
      writeText(frame, prefix);
    }
    writeHead(frame, FrameReader.BINARY, bytes);
    payload.write(frame, MASK_TWICE, place.room(), member, sequence, planned);
    context().writeAndFlush(frame);
  }

  /** Closes, with a close frame first; the relay then closes the socket. */
  void leave() {
    leaving = true;
    ChannelHandlerContext ctx = context;
    if (ctx == null || !open) {
      return;
    }
    ByteBuf frame = ctx.alloc().directBuffer(MAX_HEAD_BYTES);
    writeHead(frame, FrameReader.CLOSE, 0);
    ctx.writeAndFlush(frame);
  }

  private void pong(ByteBuf data) {
    ByteBuf frame = context().alloc().directBuffer(MAX_HEAD_BYTES + data.readableBytes());
    writeHead(frame, 0x8a, data.readableBytes());
    for (int i = 0; data.isReadable(); i++) {
      frame.writeByte(data.readByte() ^ MASK >>> (24 - i % 4 * 8));
    }
    context().writeAndFlush(frame);
  }

  private static void writeText(ByteBuf frame, String text) {
    writeHead(frame, FrameReader.TEXT, text.length());
    for (int i = 0; i < text.length(); i++) {
      frame.writeByte(text.charAt(i) ^ MASK >>> (24 - i % 4 * 8));
    }
  }

  private static void writeHead(ByteBuf frame, int first, int length) {
    frame.writeByte(first);
    if (length < 126) {
      frame.writeByte(MASKED | length);
    } else if (length < 1 << 16) {
      frame.writeByte(MASKED | 126).writeShort(length);
    } else {
      frame.writeByte(MASKED | 127).writeLong(length);
    }
    frame.writeInt(MASK);
  }

  private ChannelHandlerContext context() {
    if (context == null) {
      throw new IllegalStateException("not connected");
    }
    return context;
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    frames.release();
    if (!leaving) {
      fail("the connection broke off");
    } else if (!failed) {
      events.left(this);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    fail(cause.toString());
    ctx.close();
  }

  private void fail(String what) {
    if (failed) {
      return; // one fault a connection is enough
    }
    failed = true;
    leaving = true;
    events.fault(Kind.DISCONNECT, "room " + place.room() + ", member " + member + ": " + what);
    joined.tryFailure(new IllegalStateException(what));
    if (context != null) {
      context.close();
    }
  }
}

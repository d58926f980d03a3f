package network.pug.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pug.bench.load.Faults.Kind;

/**
 * Makes rooms over one connection that is kept alive: challenge, redeem, create, and again. The
 * relay asks for no work, so any nonce solves. For its event loop.
 */
final class RoomMaker extends ChannelInboundHandlerAdapter {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
  private static final String NOT_DUE = "an answer of create-room and what goes before it: ";

  private enum Step {
    CHALLENGE,
    REDEEM,
    CREATE
  }

  /** What to make, shared by connections. For their event loop. */
  interface Orders {
    /** True if one more is wanted. */
    boolean more();

    /** One is made. */
    void made(String id, String secret);

    /** None is made any more. */
    void fault(Kind kind, String what);
  }

  private final int capacity;
  private final Orders orders;
  private final StringBuilder answer = new StringBuilder();
  private Step step = Step.CHALLENGE;
  private boolean over;

  RoomMaker(int capacity, Orders orders) {
    this.capacity = capacity;
    this.orders = orders;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    next(ctx);
  }

  private void next(ChannelHandlerContext ctx) {
    if (orders.more()) {
      step = Step.CHALLENGE;
      ask(ctx, "GET /api/pow-challenge", "", "");
    } else {
      over = true;
      ctx.close();
    }
  }

  private static void ask(ChannelHandlerContext ctx, String what, String header, String body) {
    String request =
        "%s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(what, body.length(), header, body);
    ctx.writeAndFlush(ByteBufUtil.writeAscii(ctx.alloc(), request));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf came = (ByteBuf) message;
    answer.append(came.toString(US_ASCII));
    came.release();
    int end = answer.indexOf("\r\n\r\n") + 4;
    Matcher length = LENGTH.matcher(answer);
    if (end < 4 || !length.find() || answer.length() < end + Integer.parseInt(length.group(1))) {
      return;
    }
    String whole = answer.toString();
    answer.setLength(0);
    if (whole.startsWith("HTTP/1.1 200 ")) {
      answered(ctx, whole);
    } else {
      fail(ctx, NOT_DUE + whole.lines().findFirst().orElse(""));
    }
  }

  private void answered(ChannelHandlerContext ctx, String answered) {
    switch (step) {
      case CHALLENGE -> {
        step = Step.REDEEM;
        ask(
            ctx,
            "POST /api/pow-redeem",
            "Content-Type: application/json\r\n",
            "{\"token\":\"" + field(answered, "token") + "\",\"nonce\":\"0\"}");
      }
      case REDEEM -> {
        step = Step.CREATE;
        ask(
            ctx,
            "POST /api/create-room?capacity=" + capacity,
            "Authorization: Bearer " + field(answered, "sessionToken") + "\r\n",
            "");
      }
      case CREATE -> {
        orders.made(field(answered, "roomId"), field(answered, "roomSecret"));
        next(ctx);
      }
    }
  }

  /** The value of a string without escapes; empty if there is none. */
  private static String field(String json, String name) {
    String before = '"' + name + "\":\"";
    int from = json.indexOf(before);
    return from < 0 ? "" : json.substring(from + before.length()).split("\"", 2)[0];
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!over) {
      fail(ctx, "the connection that makes rooms broke off");
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    fail(ctx, cause.toString());
  }

  private void fail(ChannelHandlerContext ctx, String what) {
    over = true;
    orders.fault(Kind.PROTOCOL, what);
    ctx.close();
  }
}

package network.pug.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;

/**
 * See {@link Dialect#socketIo}: version 4 of Engine.IO, version 5 of the protocol of Socket.IO. An
 * event with bytes is a text that announces them, then a binary message.
 */
final class SocketIoDialect implements Dialect {
  private static final String EVENT = "451-[\"message\",{\"_placeholder\":true,\"num\":0}]";
  private static final String OPEN = "0";
  private static final String PING = "2";
  private static final String PONG = "3";
  private static final String CONNECT = "40";
  private static final String JOINED = "430[]";

  @Override
  public boolean makesRooms() {
    return false;
  }

  @Override
  public String target(Place place) {
    return "/socket.io/?EIO=4&transport=websocket";
  }

  @Override
  public void opened(Client client) {}

  @Override
  public void heard(Client client, ByteBuf text) {
    if (text.readableBytes() == EVENT.length() && text.getByte(text.readerIndex() + 1) == '5') {
      return; // the bytes that it announces follow
    }
    String words = text.toString(US_ASCII);
    if (words.equals(PING)) {
      client.say(PONG);
    } else if (words.startsWith(OPEN)) {
      client.say(CONNECT);
    } else if (words.startsWith(CONNECT)) {
      client.say("420[\"join\",%d]".formatted(client.place().room()));
    } else if (words.equals(JOINED)) {
      client.joined(0);
    } else {
      client.unexpected(text);
    }
  }

  @Override
  public String prefix() {
    return EVENT;
  }
}

package network.pug.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;

/** See {@link Dialect#pug}. Answers are searched for what is needed, not read as JSON. */
final class PugDialect implements Dialect {
  private static final String JOINED = "{\"type\":\"room:joined\"";
  private static final String MEMBER = "{\"type\":\"member:";
  private static final String ID = "\"connectionId\":\"";
  private static final int ID_DIGITS = 16;

  @Override
  public boolean makesRooms() {
    return true;
  }

  @Override
  public String target(Place place) {
    return "/ws";
  }

  @Override
  public void opened(Client client) {
    client.say(
        "{\"type\":\"room:join\",\"roomId\":\"%s\",\"roomSecret\":\"%s\"}"
            .formatted(client.place().id(), client.place().secret()));
  }

  @Override
  public void heard(Client client, ByteBuf text) {
    String words = text.toString(US_ASCII);
    if (words.startsWith(JOINED)) {
      int from = words.indexOf(ID) + ID.length();
      client.joined(Long.parseUnsignedLong(words.substring(from, from + ID_DIGITS), 16));
    } else if (!words.startsWith(MEMBER)) {
      client.unexpected(text);
    }
  }
}

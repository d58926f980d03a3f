package network.pug.bench.load;

import io.netty.buffer.ByteBuf;

/** See {@link Dialect#raw}. */
final class RawDialect implements Dialect {
  @Override
  public boolean makesRooms() {
    return false;
  }

  @Override
  public String target(Place place) {
    return "/room/" + place.room();
  }

  @Override
  public void opened(Client client) {
    client.joined(0);
  }

  @Override
  public void heard(Client client, ByteBuf text) {
    client.unexpected(text);
  }
}

package network.pug.bench.load;

/**
 * A room to join.
 *
 * @param room its number, from 0
 * @param id its id, where the relay makes ids
 * @param secret its secret, where the relay makes secrets
 */
record Place(int room, String id, String secret) {
  @Override
  public String toString() {
    return "Place";
  }
}

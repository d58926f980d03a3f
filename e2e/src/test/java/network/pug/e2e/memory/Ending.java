package network.pug.e2e.memory;

/** The three ways in which a room ends. */
enum Ending {
  EXPIRY("expired room"),
  PURGE("purged room"),
  LAST_LEAVE("room left by all");

  private final String room;

  Ending(String room) {
    this.room = room;
  }

  /** What a room that ends so is called. */
  String room() {
    return room;
  }
}

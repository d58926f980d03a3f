package network.pug.relay.room;

/**
 * Is told what the relay turns away. Whoever refuses something says so here once, at the end of a
 * connection or in place of an answer; a message on its way between members never comes past. Safe
 * for any thread; must not block.
 */
public interface Refusals {
  /** Tells nobody. */
  Refusals UNHEARD =
      new Refusals() {
        @Override
        public void refused(String code) {}

        @Override
        public void reached(Bound bound) {}
      };

  /**
   * A client was refused something.
   *
   * @param code why: of a small set that is in the code, never anything of the client's
   */
  void refused(String code);

  /** Something was turned away, or somebody cut off, because a bound is reached. */
  void reached(Bound bound);
}

package network.pug.bench.peer;

import java.util.List;
import network.pug.bench.load.Dialect;

/**
 * A relay that can be started.
 *
 * @param name in tables
 * @param dialect how one speaks to it
 * @param command starts it; it prints where it listens
 */
public record Peer(String name, Dialect dialect, List<String> command) {
  @Override
  public String toString() {
    return "Peer";
  }
}

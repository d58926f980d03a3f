package network.pug.bench.load;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;

/** Sends what connections were given in one turn of the event loop, at its end. For that loop. */
final class Flusher implements Runnable {
  private final EventLoop loop;
  private final List<Client> due = new ArrayList<>();

  Flusher(EventLoop loop) {
    this.loop = loop;
  }

  /** Something was written to a connection. */
  void add(Client client) {
    if (due.isEmpty()) {
      loop.execute(this);
    }
    if (due.isEmpty() || due.getLast() != client) {
      due.add(client);
    }
  }

  @Override
  public void run() {
    due.forEach(Client::flush);
    due.clear();
  }
}

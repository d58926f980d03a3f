package network.pug.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.List;
import network.pug.bench.load.Faults.Kind;

/**
 * Rooms of two in which one stays, and others come and go, one at a time in each. Its fields are
 * its event loop's.
 */
final class Churn implements Client.Events {
  private static final int STAYS = 0;
  private static final int GOES = 1;

  private final Session session;
  private long cycles;
  private boolean going = true;

  private Churn(Session session) {
    this.session = session;
  }

  /**
   * Runs.
   *
   * @param warm how long, before it is measured
   * @param length how long it is measured
   */
  static Figures run(Session session, List<Place> rooms, Duration warm, Duration length)
      throws InterruptedException {
    Churn churn = new Churn(session);
    session.join(rooms.size(), i -> churn.member(rooms.get(i), STAYS));
    session.loop().execute(() -> rooms.forEach(churn::cycle));
    Thread.sleep(warm);
    Stopwatch stopwatch = Stopwatch.start(session.target().meter());
    long before = session.await(session.loop().submit(() -> churn.cycles));
    Thread.sleep(length);
    long after = session.await(session.loop().submit(churn::stop));
    return stopwatch.stop(after - before, new Latencies(), session.faults());
  }

  private void cycle(Place place) {
    Session.Joining joining = member(place, GOES);
    joining.joined().addListener(joined -> joining.client().leave());
    session.connect(joining.client());
  }

  private Session.Joining member(Place place, int member) {
    Promise<Long> joined = session.loop().newPromise();
    return new Session.Joining(
        new Client(session.target().dialect(), place, member, this, joined), joined);
  }

  @Override
  public void left(Client client) {
    cycles++;
    if (going) {
      cycle(client.place());
    }
  }

  private long stop() {
    going = false;
    return cycles;
  }

  @Override
  public void message(Client client, ByteBuf in, int at, int length) {
    fault(Kind.PROTOCOL, "a message that nobody sent");
  }

  @Override
  public void fault(Kind kind, String what) {
    session.fault(kind, what);
  }
}

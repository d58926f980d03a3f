package network.pug.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import network.pug.bench.load.Faults.Kind;
import org.jspecify.annotations.Nullable;

/** Members that talk as a {@link Load} says. Its fields are its event loop's. */
final class Talk implements Client.Events {
  private static final long NANOS_A_SECOND = 1_000_000_000;

  private final Session session;
  private final Load load;
  private final Payload payload;
  private final RoomCheck[] checks;
  private final Client[][] clients;
  private final int[] turns;

  private Latencies latencies = new Latencies();
  private boolean talking;
  private long deliveries;
  private long measuredFrom = Long.MAX_VALUE;
  private long start;
  private long messages;
  private @Nullable Promise<Void> drained;

  private Talk(Session session, Load load) {
    this.session = session;
    this.load = load;
    payload = new Payload(ThreadLocalRandom.current().nextLong(), load.bytes());
    checks = new RoomCheck[load.rooms()];
    clients = new Client[load.rooms()][load.members()];
    turns = new int[load.rooms()];
    for (int i = 0; i < checks.length; i++) {
      checks[i] = new RoomCheck(i, load.members(), payload, session.faults());
    }
  }

  /** Lets the members of a load join; they say nothing yet. */
  static Talk join(Session session, Load load, List<Place> rooms) throws InterruptedException {
    Talk talk = new Talk(session, load);
    session.join(
        load.connections(), i -> talk.joining(rooms.get(i % load.rooms()), i / load.rooms()));
    return talk;
  }

  private Session.Joining joining(Place place, int member) {
    Promise<Long> joined = session.loop().newPromise();
    Client client = new Client(session.target().dialect(), place, member, this, joined);
    clients[place.room()][member] = client;
    joined.addListener(
        future -> {
          if (future.isSuccess()) {
            checks[place.room()].identify(member, joined.getNow());
          }
        });
    return new Session.Joining(client, joined);
  }

  /**
   * Lets them talk.
   *
   * @param warm how long, before it is measured
   * @param length how long it is measured
   * @param patience how long messages may still come then, before they are lost
   */
  Figures talk(Duration warm, Duration length, Duration patience) throws InterruptedException {
    session.loop().execute(this::begin);
    Thread.sleep(warm);
    Stopwatch stopwatch = Stopwatch.start(session.target().meter());
    long before = onLoop(this::measure);
    Thread.sleep(length);
    long after = onLoop(() -> deliveries);
    Figures figures = stopwatch.stop(after - before, latencies, session.faults());
    drain(patience);
    return figures;
  }

  private void begin() {
    talking = true;
    start = System.nanoTime();
    if (load.rate() > 0) {
      tick();
      return;
    }
    for (int room = 0; room < load.rooms(); room++) {
      for (int i = 0; i < load.window(); i++) {
        send(room, start);
      }
    }
  }

  /** Sends what is due by now, and comes back when the next is. */
  private void tick() {
    if (!talking) {
      return;
    }
    long distance = NANOS_A_SECOND * load.members() / load.rate();
    long now = System.nanoTime();
    long due = start + messages * distance;
    for (; due <= now; due += distance) {
      send((int) (messages % load.rooms()), due);
    }
    session.loop().schedule(this::tick, due - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void send(int room, long planned) {
    messages++;
    int sender = turns[room]++ % load.members();
    clients[room][sender].send(payload, checks[room].next(sender), planned);
  }

  @Override
  public void message(Client client, ByteBuf in, int at, int length) {
    int room = client.place().room();
    deliveries++;
    boolean complete = checks[room].delivered(client.member(), in, at, length);
    long now = System.nanoTime();
    long planned = checks[room].planned();
    if (planned >= measuredFrom) {
      latencies.add(now - planned);
    }
    if (complete && talking && load.window() > 0) {
      send(room, now);
    } else if (!talking) {
      checkDrained();
    }
  }

  private long measure() {
    measuredFrom = System.nanoTime();
    latencies = new Latencies();
    return deliveries;
  }

  private void drain(Duration patience) throws InterruptedException {
    Promise<Void> all = session.loop().newPromise();
    session
        .loop()
        .execute(
            () -> {
              talking = false;
              drained = all;
              checkDrained();
            });
    all.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    long lost = onLoop(this::outstanding);
    if (lost != 0) {
      session.faults().add(Kind.LOST, Math.abs(lost), lost + " deliveries are missing at the end");
    }
  }

  private void checkDrained() {
    if (drained != null && deliveries >= messages * load.members()) {
      drained.trySuccess(null);
    }
  }

  private long outstanding() {
    long all = 0;
    for (RoomCheck check : checks) {
      all += check.outstanding();
    }
    return all;
  }

  @Override
  public void fault(Kind kind, String what) {
    session.fault(kind, what);
  }

  private long onLoop(Callable<Long> what) throws InterruptedException {
    return session.await(session.loop().submit(what));
  }
}

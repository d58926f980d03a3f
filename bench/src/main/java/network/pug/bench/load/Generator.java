package network.pug.bench.load;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Loads relays, on one event loop. Each method opens the connections that it needs, and closes them
 * at its end. For one thread.
 */
public final class Generator implements AutoCloseable {
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());

  private final Duration patience;

  /**
   * A generator.
   *
   * @param patience how long after a run messages may still come before they count as lost
   */
  public Generator(Duration patience) {
    this.patience = patience;
  }

  /** Something that is done while connections stand. */
  @FunctionalInterface
  public interface Meanwhile {
    /** Does it. */
    void run() throws InterruptedException;
  }

  private Session open(Target target) {
    return new Session(target, group.next());
  }

  /**
   * Members talk; the unit is a delivery.
   *
   * @param warm how long they talk before it is measured
   * @param length how long it is measured
   */
  public Figures talk(Target target, Load load, Duration warm, Duration length)
      throws InterruptedException {
    try (Session session = open(target)) {
      List<Place> rooms = session.rooms(load.rooms(), Math.max(2, load.members()));
      return Talk.join(session, load, rooms).talk(warm, length, patience);
    }
  }

  /**
   * Members join rooms; the unit is a join, from the connection on.
   *
   * @param meanwhile done while they are in and say nothing
   */
  public Figures join(Target target, int rooms, int members, Meanwhile meanwhile)
      throws InterruptedException {
    try (Session session = open(target)) {
      List<Place> places = session.rooms(rooms, Math.max(2, members));
      Stopwatch stopwatch = Stopwatch.start(target.meter());
      Talk.join(session, Load.saturated(rooms, members, 64, 1), places);
      Figures figures = stopwatch.stop((long) rooms * members, new Latencies(), session.faults());
      meanwhile.run();
      return figures;
    }
  }

  /** Others come and go in rooms of two where one stays; the unit is a stay. */
  public Figures churn(Target target, int rooms, Duration warm, Duration length)
      throws InterruptedException {
    try (Session session = open(target)) {
      return Churn.run(session, session.rooms(rooms, 2), warm, length);
    }
  }

  /** Rooms are made, and nobody joins them; the unit is a room. */
  public Figures create(Target target, int number) throws InterruptedException {
    try (Session session = open(target)) {
      Stopwatch stopwatch = Stopwatch.start(target.meter());
      session.rooms(number, 2);
      return stopwatch.stop(number, new Latencies(), session.faults());
    }
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}

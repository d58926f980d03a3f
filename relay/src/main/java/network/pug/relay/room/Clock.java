package network.pug.relay.room;

/** Time as a port: production reads the system's clocks, tests move their own by hand. */
public interface Clock {
  /** The system's clocks. */
  Clock SYSTEM =
      new Clock() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public long epochMillis() {
          return System.currentTimeMillis();
        }
      };

  /** Monotonic nanoseconds from an arbitrary origin; only differences mean something. */
  long nanos();

  /** Wall-clock milliseconds since the Unix epoch; may jump, so nothing ever expires by it. */
  long epochMillis();
}

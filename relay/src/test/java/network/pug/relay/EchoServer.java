package network.pug.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.pug.relay.gateway.Echo;
import network.pug.relay.gateway.Gateway;

/**
 * The relay with an echo in place of its rooms, for a suite that tests how a server speaks
 * WebSocket. Takes the relay's flags; messages may be larger and come as fast as they may, and
 * connections have time.
 */
public final class EchoServer {
  private static final String MAX_MESSAGE_BYTES = Integer.toString(16 << 20);
  private static final Duration LONG = Duration.ofHours(1);

  private EchoServer() {}

  /** Runs until it is ended. */
  public static void main(String[] arguments) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putIfAbsent("MAX_MESSAGE_BYTES", MAX_MESSAGE_BYTES);
    environment.putIfAbsent("MESSAGE_RATE", "0");
    try {
      RelayConfig config = RelayConfig.parse(List.of(arguments), environment);
      RelayServer server =
          RelayServer.start(config.with(patient(config.timeouts())), () -> {}, Echo::behind);
      System.out.println("listening on " + server.url().replaceFirst("http", "ws") + "/ws");
    } catch (UsageException e) {
      System.err.println("pugnetwork: " + e.line());
      System.exit(2);
    }
  }

  private static RelayConfig.Timeouts patient(RelayConfig.Timeouts usual) {
    Gateway.Timeouts gateway = usual.gateway();
    return new RelayConfig.Timeouts(
        usual.http(),
        new Gateway.Timeouts(
            LONG,
            gateway.silence(),
            gateway.pong(),
            gateway.close(),
            gateway.drain(),
            gateway.unread()));
  }
}

package network.pug.relay.admin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AdminServerTest {
  private final AdminServer server =
      new AdminServer(() -> CompletableFuture.completedFuture(List.of()));

  @Test
  void aConnectionEndsAfterTenSecondsWhateverWasSaid() {
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.freezeTime();
    channel.pipeline().addLast(server.connections());
    channel.advanceTimeBy(9999, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
    assertTrue(channel.isOpen());
    channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
    channel.runScheduledPendingTasks();
    assertFalse(channel.isOpen());
  }

  @Test
  void behindTheHeadNothingIsReadUntilTheAnswerIsGiven() {
    CompletableFuture<List<Metric>> metrics = new CompletableFuture<>();
    EmbeddedChannel channel = new EmbeddedChannel(new AdminServer(() -> metrics).connections());
    channel.writeInbound(
        Unpooled.copiedBuffer(
            "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n", StandardCharsets.US_ASCII));
    assertFalse(channel.config().isAutoRead());
    metrics.complete(List.of());
    channel.runPendingTasks();
    assertFalse(channel.isOpen());
    channel.releaseOutbound();
  }
}

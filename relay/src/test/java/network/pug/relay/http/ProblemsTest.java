package network.pug.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  @Test
  void anEndpointThatFindsNoMemoryIsUnavailable() {
    Reply reply = Problems.failed(new CompletionException(new OutOfMemoryError()));
    assertEquals(HttpResponseStatus.SERVICE_UNAVAILABLE, reply.status());
    reply.body().release();
  }
}

package network.pug.relay.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

  private static Request request(String target) {
    return Request.of(
        new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target),
        new PublicAddress(false, "host"),
        Unpooled.EMPTY_BUFFER,
        Unpooled.EMPTY_BUFFER);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b, /a/b",
    "/a?x=1, /a",
    "/a%2Fb, /a%2Fb",
    "http://host/a, /a",
    "HTTPS://host:1/a?b, /a",
    "http://host, /",
    "http://host?b, /",
  })
  void thePathIsWhatStandsBeforeTheQuery(String target, String path) {
    assertEquals(path, request(target).path());
  }

  @ParameterizedTest
  @CsvSource({
    "/?n=5, 5",
    "/?n=-5, -5",
    "/?n=007, 7",
    "/?m=1&n=2, 2",
    "/?n=2&m=1;k=3, 2",
    "/?n=%35, 5",
    "/?n=99999999999999999999999999, 9223372036854775807",
    "/?n=-99999999999999999999999999, -9223372036854775807",
    "/?n=00000000000000000000000000000012, 12",
  })
  void readsADecimalInteger(String target, long expected) throws ProblemException {
    assertEquals(OptionalLong.of(expected), request(target).integer("n"));
  }

  @Test
  void anAbsentIntegerIsEmpty() throws ProblemException {
    assertEquals(OptionalLong.empty(), request("/?m=1").integer("n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?n",
        "/?n=",
        "/?n=1&n=1",
        "/?n=1.0",
        "/?n=%2B1",
        "/?n=1e3",
        "/?n=0x1",
        "/?n=%zz",
        "/?n=%D9%A1",
        "/?n=-",
        "/?n=%201",
        "/?n=1;m=2"
      })
  void refusesWhatIsNoOneDecimalInteger(String target) {
    assertThrows(ProblemException.class, () -> request(target).integer("n"));
  }
}

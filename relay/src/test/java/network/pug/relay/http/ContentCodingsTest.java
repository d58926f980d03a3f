package network.pug.relay.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingsTest {

  private static boolean prefersGzip(String... values) {
    HttpHeaders headers = new DefaultHttpHeaders().add("Accept-Encoding", List.of(values));
    return ContentCodings.prefersGzip(headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZip",
        "x-gzip",
        "gzip, deflate, br, zstd",
        "br;q=1.0, gzip;q=0.8, *;q=0.1",
        "gzip;q=0.001",
        "gzip ; Q=0.5",
        "deflate,\tgzip\t;\tq=1.000 ,",
        "*",
        "*;q=0.1",
        "gzip, identity;q=0.5",
        "gzip, identity",
        "gzip, *;q=0",
        "identity;q=0, gzip;q=0.2",
      })
  void aClientThatTakesGzipGetsIt(String value) {
    assertTrue(prefersGzip(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "br",
        "gzip;q=0",
        "gzip;q=0.000",
        "GZIP;Q=0.0, br",
        "*;q=0",
        "*, gzip;q=0",
        "gzip;q=0.5, identity",
        "gzip;q=0.5, identity;q=0.6",
        "gzipped",
        "not gzip",
        "gzip;q=2",
        "gzip;q=0.0001",
        "gzip;q=-1",
        "gzip;q=yes",
        "gzip;level=9",
      })
  void aClientThatDoesNotOrPrefersNoneDoesNot(String value) {
    assertFalse(prefersGzip(value));
  }

  @Test
  void aClientThatSaysNothingDoesNot() {
    assertFalse(prefersGzip());
  }

  @Test
  void headersOfOneNameAreOneList() {
    assertTrue(prefersGzip("br", "gzip"));
    assertFalse(prefersGzip("gzip;q=0.1", "identity"));
  }
}

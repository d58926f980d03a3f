package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Date;
import network.pug.e2e.support.Certificate;
import network.pug.e2e.support.Relay;
import network.pug.relay.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which certificates a relay starts with, and what it says of the others. */
class CertificateTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "-keyalg RSA -keysize 2047, 2047 bits",
    "-keyalg RSA -keysize 2048 -sigalg SHA1withRSA, SHA1withRSA",
    "-keyalg EC -groupname secp521r1, 521 bits",
    "-keyalg Ed25519, EdDSA",
  })
  void oneThatClientsRefuseIsRefused(String options, String named) throws Exception {
    assertRefused(Certificate.make(folder, "weak", options.split(" ")), "chain.pem", named);
  }

  @Test
  void oneThatHasExpiredIsToldWithItsDate() throws Exception {
    Certificate expired = dated("-3d", "2");
    Date last = read(expired).getNotAfter();
    assertRefused(expired, "chain.pem has expired", last.toInstant().toString());
  }

  @Test
  void oneThatIsNotValidYetIsToldWithItsDate() throws Exception {
    Certificate early = dated("+2d", "90");
    Date first = read(early).getNotBefore();
    assertRefused(early, "chain.pem is not valid before " + first.toInstant());
  }

  @Test
  void aKeyOfAnotherCertificateIsTold() throws Exception {
    Certificate one = Certificate.make(Files.createDirectory(folder.resolve("one")), "one");
    Certificate two = Certificate.make(Files.createDirectory(folder.resolve("two")), "two");
    assertRefused(new Certificate(one.chain(), two.key(), one.trust()), "key.pem is not the key");
  }

  private Certificate dated(String start, String days) throws Exception {
    return Certificate.make(
        folder, "dated", "-keyalg", "EC", "-startdate", start, "-validity", days);
  }

  private static void assertRefused(Certificate certificate, String... said) {
    Throwable refusal =
        assertThrows(IllegalArgumentException.class, () -> Relay.startTls(certificate)).getCause();
    String line = assertInstanceOf(UsageException.class, refusal).line();
    for (String part : said) {
      assertTrue(line.contains(part), line);
    }
    assertEquals(1, line.lines().count());
  }

  private static X509Certificate read(Certificate certificate) throws Exception {
    try (var file = Files.newInputStream(certificate.chain())) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
    }
  }
}

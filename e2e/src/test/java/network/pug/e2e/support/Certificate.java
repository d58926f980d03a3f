package network.pug.e2e.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A fresh self-signed certificate for 127.0.0.1, made by the JDK's keytool.
 *
 * @param chain the certificate's PEM file
 * @param key the private key's PEM file
 * @param trust what a client needs to trust it
 */
public record Certificate(Path chain, Path key, SSLContext trust) {
  private static final char[] PASSWORD = "for one test".toCharArray();

  /**
   * Makes one, in a folder.
   *
   * @param name its subject's common name; one of another name that was made there is replaced
   */
  public static Certificate make(Path folder, String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    return make(folder, name, "-keyalg", "EC", "-groupname", "secp256r1");
  }

  /** The same with another key, or other dates, as keytool's options say. */
  public static Certificate make(Path folder, String name, String... options)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve(name + ".p12");
    keytool(store, name, options);
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    java.security.cert.Certificate certificate = keys.getCertificate(name);
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry(name, certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return new Certificate(
        pem(folder.resolve("chain.pem"), "CERTIFICATE", certificate.getEncoded()),
        pem(folder.resolve("key.pem"), "PRIVATE KEY", keys.getKey(name, PASSWORD).getEncoded()),
        context);
  }

  private static void keytool(Path store, String name, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
    command.addAll(List.of(options));
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, keytool.waitFor(), output);
  }

  private static Path pem(Path file, String type, byte[] der) throws IOException {
    byte[] newline = {'\n'};
    String base64 = Base64.getMimeEncoder(64, newline).encodeToString(der);
    return Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, base64, type));
  }
}

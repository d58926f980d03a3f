package network.pug.bench.peer;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A fresh self-signed certificate for 127.0.0.1, made by the JDK's keytool.
 *
 * @param chain its PEM file
 * @param key its private key's PEM file
 * @param client what clients need that trust it: TLS 1.3 by BoringSSL
 */
public record Certificate(Path chain, Path key, SslContext client) {
  private static final String PASSWORD = "for one run";

  /** Makes one in a folder, in place of one that was made there before. */
  public static Certificate make(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("bench.p12");
    Files.deleteIfExists(store);
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias bench -dname CN=bench -ext san=ip:127.0.0.1"
            + " -keyalg EC -groupname secp256r1 -storetype PKCS12";
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(options.split(" ", -1)));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("keytool fails: " + String.join(" ", command));
    }
    char[] password = PASSWORD.toCharArray();
    KeyStore keys = KeyStore.getInstance(store.toFile(), password);
    Path chain =
        pem(folder.resolve("chain.pem"), "CERTIFICATE", keys.getCertificate("bench").getEncoded());
    return new Certificate(
        chain,
        pem(folder.resolve("key.pem"), "PRIVATE KEY", keys.getKey("bench", password).getEncoded()),
        SslContextBuilder.forClient()
            .sslProvider(SslProvider.OPENSSL)
            .protocols("TLSv1.3")
            .trustManager(chain.toFile())
            .build());
  }

  private static Path pem(Path file, String type, byte[] der) throws IOException {
    byte[] newline = {'\n'};
    String base64 = Base64.getMimeEncoder(64, newline).encodeToString(der);
    return Files.writeString(
        file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, base64, type));
  }

  @Override
  public String toString() {
    return "Certificate";
  }
}

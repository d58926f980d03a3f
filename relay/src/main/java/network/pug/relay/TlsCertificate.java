package network.pug.relay;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.OpenSslContextOption;
import io.netty.handler.ssl.OpenSslSessionContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The certificate a relay shows, which can be read again while it runs. Safe for any thread. */
final class TlsCertificate {
  /** TLS 1.3's suites, and those of 1.2 with forward secrecy and authenticated encryption. */
  private static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  /** How keys are agreed on: the first is safe from quantum computers, too. */
  private static final String[] GROUPS = {"X25519MLKEM768", "x25519", "secp256r1", "secp384r1"};

  // No connection is resumed: the keys that are kept for it would decrypt what was recorded of the
  // one before. Netty has no other switch for tickets, and reads this one when it is loaded.
  static {
    System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false");
  }

  private final RelayConfig.Tls files;
  private volatile InUse inUse;

  private record InUse(SslContext context, Instant expiry) {
    @Override
    public String toString() {
      return "InUse";
    }
  }

  /** Reads the certificate and its key. */
  TlsCertificate(RelayConfig.Tls files) throws UsageException {
    this.files = files;
    this.inUse = read(files);
  }

  /** What new connections are to use. */
  SslContext context() {
    return inUse.context;
  }

  /** When the certificate in use expires. */
  Instant expiry() {
    return inUse.expiry;
  }

  /** Reads both files again; connections that are open keep what they have. */
  void reload() throws UsageException {
    inUse = read(files);
  }

  private static InUse read(RelayConfig.Tls files) throws UsageException {
    requireReadable("--tls-cert", files.certificate());
    requireReadable("--tls-key", files.key());
    if (!OpenSsl.isAvailable()) {
      // The JDK's TLS would work, and leave what it decrypts on the heap.
      throw new UsageException(
          "--tls-cert: there is no TLS for this system, only for Linux on x86-64 and aarch64;"
              + " run the relay without it behind a proxy that has it");
    }
    KeyPairFiles pair = KeyPairFiles.read(files, Instant.now());
    try {
      SslContext context =
          SslContextBuilder.forServer(pair.key(), pair.chain())
              .sslProvider(SslProvider.OPENSSL)
              .protocols("TLSv1.3", "TLSv1.2")
              .ciphers(SUITES)
              .option(OpenSslContextOption.GROUPS, GROUPS)
              .applicationProtocolConfig(
                  new ApplicationProtocolConfig(
                      Protocol.ALPN,
                      SelectorFailureBehavior.NO_ADVERTISE,
                      SelectedListenerFailureBehavior.ACCEPT,
                      ApplicationProtocolNames.HTTP_1_1))
              .build();
      ((OpenSslSessionContext) context.sessionContext()).setSessionCacheEnabled(false);
      return new InUse(context, pair.chain()[0].getNotAfter().toInstant());
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(
          "--tls-cert: "
              + files.certificate()
              + " cannot be used for TLS; have another made, for P-256 or for RSA with 2048 bits");
    }
  }

  private static void requireReadable(String flag, Path file) throws UsageException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException(
          flag + ": cannot read the file " + file + "; give a PEM file that this user may read");
    }
  }
}

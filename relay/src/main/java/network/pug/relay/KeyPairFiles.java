package network.pug.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate chain and its private key as they lie in PEM files (RFC 7468), known to belong
 * together and to be taken by clients: found out here rather than by the first that fails to
 * connect. Of the chain only the relay's own certificate is judged, for clients find other ways
 * around an old intermediate one.
 *
 * @param chain the relay's certificate first
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is; never compared
record KeyPairFiles(X509Certificate[] chain, PrivateKey key) {
  private static final int MIN_RSA_BITS = 2048;

  /** P-256 and P-384; few clients take another. */
  private static final Set<Integer> EC_BITS = Set.of(256, 384);

  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  /** Hashes of which collisions are known, as they begin the names of signatures. */
  private static final Pattern BROKEN_HASH = Pattern.compile("(?:MD|SHA-?1WITH).*");

  /** How each kind of key that TLS has signs. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

  /**
   * Reads both files.
   *
   * @param now when the certificate has to be valid
   * @throws UsageException if they are not of the form, do not belong together, or no client would
   *     take the certificate
   */
  static KeyPairFiles read(RelayConfig.Tls files, Instant now) throws UsageException {
    X509Certificate[] chain = chain(files);
    requireStrength(files, chain[0]);
    requireValidity(files, chain[0], now);
    PublicKey publicKey = chain[0].getPublicKey();
    PrivateKey key = privateKey(files, publicKey.getAlgorithm());
    if (!fit(publicKey, key)) {
      throw refused(
          "--tls-key",
          files.key(),
          "is not the key of the certificate " + files.certificate(),
          "give the two that belong together");
    }
    return new KeyPairFiles(chain, key);
  }

  private static X509Certificate[] chain(RelayConfig.Tls files) throws UsageException {
    try {
      X509Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(Files.readAllBytes(files.certificate())))
              .toArray(X509Certificate[]::new);
      if (chain.length > 0) {
        return chain;
      }
    } catch (IOException | CertificateException e) {
      // The same as if there were none.
    }
    throw refused(
        "--tls-cert", files.certificate(), "holds no certificate", "give a chain of them in PEM");
  }

  private static void requireStrength(RelayConfig.Tls files, X509Certificate certificate)
      throws UsageException {
    String fault =
        switch (certificate.getPublicKey()) {
          case PublicKey key when !SIGNATURES.containsKey(key.getAlgorithm()) ->
              "has a key of the kind " + key.getAlgorithm();
          case RSAKey key when key.getModulus().bitLength() < MIN_RSA_BITS ->
              "has an RSA key of " + key.getModulus().bitLength() + " bits";
          case ECKey key when !EC_BITS.contains(key.getParams().getOrder().bitLength()) ->
              "has an elliptic key of " + key.getParams().getOrder().bitLength() + " bits";
          default -> null;
        };
    if (fault == null
        && BROKEN_HASH.matcher(certificate.getSigAlgName().toUpperCase(Locale.ROOT)).matches()) {
      fault = "is signed with " + certificate.getSigAlgName();
    }
    if (fault != null) {
      throw refused(
          "--tls-cert",
          files.certificate(),
          fault + ", which clients refuse",
          "have one made for P-256, or for RSA with 2048 bits, and signed with SHA-256");
    }
  }

  private static void requireValidity(
      RelayConfig.Tls files, X509Certificate certificate, Instant now) throws UsageException {
    Instant first = certificate.getNotBefore().toInstant();
    Instant last = certificate.getNotAfter().toInstant();
    if (now.isAfter(last)) {
      throw refused(
          "--tls-cert", files.certificate(), "has expired: it was valid until " + last, "renew it");
    }
    if (now.isBefore(first)) {
      throw refused(
          "--tls-cert",
          files.certificate(),
          "is not valid before " + first,
          "if that is past, set this machine's clock");
    }
  }

  private static PrivateKey privateKey(RelayConfig.Tls files, String algorithm)
      throws UsageException {
    try {
      Matcher pem = PKCS8.matcher(Files.readString(files.key(), StandardCharsets.ISO_8859_1));
      if (pem.find()) {
        byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      // The same as if there were none.
    }
    throw refused(
        "--tls-key",
        files.key(),
        "holds no key for the certificate " + files.certificate(),
        "give its key, of the kind " + algorithm + ", in PEM as PKCS #8 without a password");
  }

  /** Whether what one signs the other verifies. */
  private static boolean fit(PublicKey publicKey, PrivateKey key) {
    byte[] text = {1, 2, 3};
    try {
      Signature signature = Signature.getInstance(SIGNATURES.get(publicKey.getAlgorithm()));
      signature.initSign(key);
      signature.update(text);
      byte[] signed = signature.sign();
      signature.initVerify(publicKey);
      signature.update(text);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static UsageException refused(String flag, Path file, String what, String remedy) {
    return new UsageException(flag + ": " + file + " " + what + "; " + remedy);
  }

  @Override
  public String toString() {
    return "KeyPairFiles";
  }
}

package network.pug.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate chain and its private key as they lie in PEM files (RFC 7468), known to belong
 * together: found out here rather than by the first client that fails to connect.
 *
 * @param chain the relay's certificate first
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is; never compared
record KeyPairFiles(X509Certificate[] chain, PrivateKey key) {
  private static final Pattern PKCS8 =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  /** How each kind of key signs. */
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  /**
   * Reads both files.
   *
   * @throws GeneralSecurityException if they hold no certificate, no key, or none that fit
   */
  static KeyPairFiles read(RelayConfig.Tls files) throws IOException, GeneralSecurityException {
    X509Certificate[] chain =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(files.certificate())))
            .toArray(X509Certificate[]::new);
    if (chain.length == 0) {
      throw new GeneralSecurityException("no certificate");
    }
    PublicKey publicKey = chain[0].getPublicKey();
    PrivateKey key =
        privateKey(Files.readString(files.key(), StandardCharsets.ISO_8859_1), publicKey);
    if (!fit(publicKey, key)) {
      throw new GeneralSecurityException("another key");
    }
    return new KeyPairFiles(chain, key);
  }

  private static PrivateKey privateKey(String pem, PublicKey publicKey)
      throws GeneralSecurityException {
    Matcher matcher = PKCS8.matcher(pem);
    if (!matcher.find()) {
      throw new InvalidKeySpecException("no PKCS #8 key");
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
      return KeyFactory.getInstance(publicKey.getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (IllegalArgumentException e) {
      throw new InvalidKeySpecException("no base64", e);
    }
  }

  /** Whether what one signs the other verifies; a kind of key not known here is let pass. */
  private static boolean fit(PublicKey publicKey, PrivateKey key) throws GeneralSecurityException {
    String algorithm = SIGNATURES.get(publicKey.getAlgorithm());
    if (algorithm == null) {
      return true;
    }
    byte[] text = {1, 2, 3};
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(publicKey);
    signature.update(text);
    return signature.verify(signed);
  }

  @Override
  public String toString() {
    return "KeyPairFiles";
  }
}

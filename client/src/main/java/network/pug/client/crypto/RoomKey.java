package network.pug.client.crypto;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The AES-256 key that the members of a room share through its link. Immutable. */
public final class RoomKey {
  private static final int BYTES = 32;

  /** 43 characters; the last one holds two unused bits, which are zero in canonical form. */
  private static final Pattern CANONICAL = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

  private final SecretKey key;

  private RoomKey(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "AES");
  }

  /** A new key. In production {@code random} is a {@link java.security.SecureRandom}. */
  public static RoomKey generate(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new RoomKey(bytes);
  }

  /**
   * The key that {@code encoded} stands for, or null if it is no canonical base64url of 32 bytes.
   */
  public static @Nullable RoomKey parse(String encoded) {
    return CANONICAL.matcher(encoded).matches()
        ? new RoomKey(Base64.getUrlDecoder().decode(encoded))
        : null;
  }

  /** The key as it stands in a link: base64url without padding. */
  public String encoded() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
  }

  SecretKey secretKey() {
    return key;
  }

  /** Whether it is the same key; the time this takes tells nothing of either. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RoomKey that
        && MessageDigest.isEqual(key.getEncoded(), that.key.getEncoded());
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** Says nothing: who reads the key reads the room. */
  @Override
  public String toString() {
    return "RoomKey";
  }
}

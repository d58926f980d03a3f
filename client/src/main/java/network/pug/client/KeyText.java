package network.pug.client;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import network.pug.client.crypto.RoomKey;

/**
 * What stands behind the {@code #} of a room link (spec/protocol.md, section 2): the two
 * credentials of a room. People may send it apart from the rest of the link. Immutable.
 *
 * @param key the room key; it must never leave the client except inside a key text or a link
 * @param secret canonical base64url of 16 bytes; it leaves the client only in {@code room:join}
 */
public record KeyText(RoomKey key, String secret) implements KeyReading {

  /** 16 bytes: the last character holds four unused bits, which are zero in canonical form. */
  static final String TOKEN = "[A-Za-z0-9_-]{21}[AQgw]";

  private static final Pattern SECRET = Pattern.compile(TOKEN);
  private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\r\\n]+");
  private static final Pattern HASH_IN_FRONT = Pattern.compile("\\A(?:#|%23)");

  /** Reads a key text as somebody pasted or typed it, white space and {@code #} included. */
  public static KeyReading parse(String text) {
    String joined = WHITE_SPACE.matcher(text).replaceAll("");
    return readParameters(HASH_IN_FRONT.matcher(joined).replaceFirst(""));
  }

  /**
   * Reads what stands behind the {@code #}, also where a mail filter has percent-encoded its
   * delimiters. Values are never repaired.
   */
  static KeyReading readParameters(String fragment) {
    String[] parameters = repaired(fragment).split("&");

    List<String> keys = values(parameters, "k=");
    if (missing(keys)) {
      return LinkFault.NO_KEY;
    }
    RoomKey key = keys.size() == 1 ? RoomKey.parse(keys.getFirst()) : null;
    if (key == null) {
      return LinkFault.BAD_KEY;
    }
    List<String> secrets = values(parameters, "s=");
    if (missing(secrets)) {
      return LinkFault.NO_SECRET;
    }
    if (secrets.size() > 1 || !SECRET.matcher(secrets.getFirst()).matches()) {
      return LinkFault.BAD_SECRET;
    }
    return new KeyText(key, secrets.getFirst());
  }

  /** The text to share: who has it, and the link without it, can join the room and read along. */
  public String format() {
    return "k=" + key.encoded() + "&s=" + secret;
  }

  /** Says nothing: a key in a log is a room opened to its readers. */
  @Override
  public String toString() {
    return "KeyText";
  }

  private static String repaired(String fragment) {
    return fragment.replace("%26", "&").replace("%3D", "=").replace("%3d", "=");
  }

  private static List<String> values(String[] parameters, String prefix) {
    return Stream.of(parameters)
        .filter(parameter -> parameter.startsWith(prefix))
        .map(parameter -> parameter.substring(prefix.length()))
        .toList();
  }

  private static boolean missing(List<String> values) {
    return values.stream().allMatch(String::isEmpty);
  }
}

package network.pug.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pug.client.crypto.RoomKey;

/**
 * A room link (spec/protocol.md, section 2): where the relay lives, which room, and the two
 * credentials behind {@code #}. Immutable.
 *
 * @param base the link up to {@code /r/}: scheme, host, port and base path of the relay
 * @param roomId canonical base64url of 16 bytes
 * @param key the room key; it must never leave the client except inside a link
 * @param secret canonical base64url of 16 bytes; it leaves the client only in {@code room:join}
 */
public record RoomLink(String base, String roomId, RoomKey key, String secret)
    implements LinkReading {

  private static final String QUERY = "(?:\\?[^ \\t\\r\\n]*)?";

  /**
   * No user info, for it only deceives; no backslash, which browsers read as a slash. The segments
   * of the base are taken possessively: the specification's expression, which lets them go again,
   * would need a stack as deep as a pasted text is long.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          ("(https?://[^ \\t\\r\\n/?#@\\\\]++"
                  + "(?:/(?!r/%1$s%2$s\\z)[^ \\t\\r\\n/?#\\\\]+)*+)/r/(%1$s)%2$s")
              .formatted(KeyText.TOKEN, QUERY));

  private static final Pattern FRAGMENT_MARK = Pattern.compile("#|%23");

  /** Looks behind, so that white space within the text is gone through once. */
  private static final Pattern AROUND =
      Pattern.compile("\\A[ \\t\\r\\n]+|(?<![ \\t\\r\\n])[ \\t\\r\\n]++\\z");

  /** Reads a link as somebody pasted it; one whose delimiters mail filters encoded is repaired. */
  public static LinkReading parse(String text) {
    String[] halves = FRAGMENT_MARK.split(AROUND.matcher(text).replaceAll(""), 2);
    Matcher address = ADDRESS.matcher(halves[0]);
    if (!address.matches()) {
      return LinkFault.NOT_A_ROOM_LINK;
    }
    String fragment = halves.length == 2 ? halves[1] : "";
    return switch (KeyText.readParameters(fragment)) {
      case LinkFault fault -> fault;
      case KeyText(RoomKey key, String secret) ->
          new RoomLink(address.group(1), address.group(2), key, secret);
    };
  }

  /** The link to share: whoever has it can join the room and read what is said there. */
  public String format() {
    return formatAddress() + "#" + keyText().format();
  }

  /** The link without its key, to be sent apart from {@link #keyText}. */
  public String formatAddress() {
    return base + "/r/" + roomId;
  }

  /** What stands behind {@code #}. */
  public KeyText keyText() {
    return new KeyText(key, secret);
  }

  /** Says nothing: a link in a log is a room opened to its readers. */
  @Override
  public String toString() {
    return "RoomLink";
  }
}

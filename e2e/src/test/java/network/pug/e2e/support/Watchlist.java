package network.pug.e2e.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What no program may print: what clients here have been told or have sent, by its text, and what
 * looks like it. Safe for any thread.
 */
public final class Watchlist {
  /** Shorter ones would be found in what is harmless. */
  private static final int SHORTEST = 16;

  private static final Set<String> SECRETS = ConcurrentHashMap.newKeySet();

  /** Addresses of clients (in a URL, it is a relay's), paths of rooms, and credentials in links. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?<!/)/?127\\.0\\.0\\.1:\\d+"),
          Pattern.compile("/r/[\\w-]{22}(?![\\w-])"),
          Pattern.compile("\\bk=[\\w-]{43}(?![\\w-])"),
          Pattern.compile("\\bs=[\\w-]{22}(?![\\w-])"));

  private Watchlist() {}

  /** Adds a text, unless it is short, and the text itself is returned. */
  public static String add(String secret) {
    if (secret.length() >= SHORTEST) {
      SECRETS.add(secret);
    }
    return secret;
  }

  /** All in a text that is on this list, as it stands there or as the digits of its bytes. */
  public static List<String> findIn(String text) {
    Stream<String> known =
        SECRETS.stream().flatMap(secret -> Stream.of(secret, hex(secret))).filter(text::contains);
    Stream<String> alike =
        FORMS.stream().flatMap(form -> form.matcher(text).results()).map(found -> found.group());
    return Stream.concat(known, alike).sorted().toList();
  }

  private static String hex(String secret) {
    return HexFormat.of().formatHex(secret.getBytes(UTF_8));
  }
}

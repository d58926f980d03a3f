package network.pug.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page. In its source {@code /assets/} stands for {@code web/}, and {@code /} for the relay; what
 * is served has relative addresses, so that it is the same under any path.
 *
 * @param html what has become of the source so far
 */
record Page(Source source, String html) {
  private static final String ASSETS = "/assets/";
  private static final Pattern STYLE =
      Pattern.compile(" *<link rel=\"stylesheet\" href=\"/assets/([^\"]+)\">\n");

  /** Links to style sheets, one behind the other. */
  private static final Pattern STYLES = Pattern.compile("(?:" + STYLE + ")+");

  private static final Pattern SCRIPT =
      Pattern.compile("<script type=\"module\" src=\"/assets/([^\"]+)\"></script>");
  private static final Pattern ADDRESS = Pattern.compile("((?:src|href)=\")(/[^\"]*)\"");

  Page(Source source) {
    this(source, source.text());
  }

  /** The module that it begins with. */
  Path script() throws BrokenSourceException {
    Matcher script = SCRIPT.matcher(html);
    if (!script.find()) {
      throw source.fault(0, "begins with no module");
    }
    return Path.of(script.group(1));
  }

  /** The style sheets that it links, in order. */
  List<Path> styles() {
    return STYLE.matcher(html).results().map(found -> Path.of(found.group(1))).toList();
  }

  /** The page with one style sheet in place of all that it links. */
  Page withStyle(Path style) {
    String link = "    <link rel=\"stylesheet\" href=\"" + ASSETS + style + "\">\n";
    return new Page(source, STYLES.matcher(html).replaceFirst(link));
  }

  /**
   * The page as it is served.
   *
   * @param root the way from the page to the relay's first page: empty or {@code ../}
   * @param fingerprint the folder of the assets
   * @param assets what lies there
   */
  String at(String root, String fingerprint, Set<Path> assets) throws BrokenSourceException {
    Matcher address = ADDRESS.matcher(html);
    StringBuilder served = new StringBuilder();
    while (address.find()) {
      String path = address.group(2);
      String relative = root + path.substring(1);
      if (path.startsWith(ASSETS)) {
        Path asset = Path.of(path.substring(ASSETS.length()));
        if (!assets.contains(asset)) {
          throw missing(asset);
        }
        relative = root + "assets/" + fingerprint + '/' + asset;
      }
      address.appendReplacement(served, "$1" + (relative.isEmpty() ? "./" : relative) + '"');
    }
    return address.appendTail(served).toString();
  }

  /** What to throw where it refers to an asset that is not there. */
  BrokenSourceException missing(Path asset) {
    int at = source.text().indexOf('"' + ASSETS + asset + '"');
    return source.fault(Math.max(0, at), "there is no " + asset);
  }
}

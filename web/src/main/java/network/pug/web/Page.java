package network.pug.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page. In its source {@code /assets/} stands for {@code web/}, and {@code /} for the relay; what
 * is served has relative addresses, so that it is the same under any path.
 */
final class Page {
  private static final String ASSETS = "/assets/";
  private static final Pattern STYLE =
      Pattern.compile("( *<link rel=\"stylesheet\" href=\")/assets/([^\"]+)(\">\n)");
  private static final Pattern SCRIPT =
      Pattern.compile("<script type=\"module\" src=\"/assets/([^\"]+)\"></script>");
  private static final Pattern ADDRESS = Pattern.compile("((?:src|href)=\")(/[^\"]*)\"");

  private final Source source;

  Page(Source source) {
    this.source = source;
  }

  Source source() {
    return source;
  }

  /** The module that it begins with. */
  Path script() throws BrokenSourceException {
    Matcher script = SCRIPT.matcher(source.text());
    if (!script.find()) {
      throw source.fault(0, "begins with no module");
    }
    return Path.of(script.group(1));
  }

  /** The style sheets that it links, in order. */
  List<Path> styles() {
    return STYLE.matcher(source.text()).results().map(found -> Path.of(found.group(2))).toList();
  }

  /** The page with one style sheet in place of all that it links. */
  Page withStyle(Path style) {
    Matcher link = STYLE.matcher(source.text());
    StringBuilder html = new StringBuilder();
    while (link.find()) {
      link.appendReplacement(
          html, html.indexOf(link.group(1)) < 0 ? "$1/assets/" + style + "$3" : "");
    }
    return new Page(new Source(source.folder(), source.path(), link.appendTail(html).toString()));
  }

  /**
   * The page as it is served.
   *
   * @param root the way from the page to the relay's first page: empty or {@code ../}
   * @param fingerprint the folder of the assets
   * @param assets what lies there
   */
  String at(String root, String fingerprint, Set<Path> assets) throws BrokenSourceException {
    Matcher address = ADDRESS.matcher(source.text());
    StringBuilder html = new StringBuilder();
    while (address.find()) {
      String path = address.group(2);
      String relative = root + path.substring(1);
      if (path.startsWith(ASSETS)) {
        String asset = path.substring(ASSETS.length());
        if (!assets.contains(Path.of(asset))) {
          throw source.fault(address.start(), "there is no " + asset);
        }
        relative = root + "assets/" + fingerprint + '/' + asset;
      }
      address.appendReplacement(html, "$1" + (relative.isEmpty() ? "./" : relative) + '"');
    }
    return address.appendTail(html).toString();
  }
}

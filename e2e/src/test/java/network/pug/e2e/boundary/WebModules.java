package network.pug.e2e.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The browser client's own modules, without their comments, and what they import. */
final class WebModules {

  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?\\*/|(?<=^|\\s)//[^\\n]*", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern IMPORT =
      Pattern.compile("\\b(?:from|import|import\\()\\s*['\"](\\.[^'\"]+)['\"]");

  private final Map<Path, String> code = new TreeMap<>();

  WebModules() throws IOException {
    try (var files = Files.walk(Path.of("../web/js"))) {
      files.filter(file -> file.toString().endsWith(".js")).forEach(this::read);
    }
  }

  private void read(Path file) {
    try {
      code.put(file.normalize(), COMMENT.matcher(Files.readString(file)).replaceAll(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The modules whose code matches. */
  List<Path> using(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return code.keySet().stream().filter(file -> pattern.matcher(codeOf(file)).find()).toList();
  }

  /** A module and all that it imports, directly or not. */
  Set<Path> reach(Path module) {
    Set<Path> reached = new HashSet<>();
    collect(module, reached);
    return reached;
  }

  private void collect(Path module, Set<Path> reached) {
    if (!reached.add(module)) {
      return;
    }
    IMPORT
        .matcher(codeOf(module))
        .results()
        .map((MatchResult found) -> module.resolveSibling(found.group(1)).normalize())
        .forEach(imported -> collect(imported, reached));
  }

  private String codeOf(Path module) {
    return code.getOrDefault(module, "");
  }
}

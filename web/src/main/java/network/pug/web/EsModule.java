package network.pug.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ES module in the part of the language that ours keep to, so that it can be joined without
 * being parsed whole. Imports come first, and name what they import or all of it. Exports are
 * functions, classes and constants, by name, where they are declared. What is loaded later is named
 * by a literal.
 */
final class EsModule {
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\w$#])(?<!(?<!\\.\\.)\\.)(?:import|export|await|\\$)(?![\\w$])(?!\\s*:)");
  private static final Pattern IMPORT =
      Pattern.compile(
          "import\\s+(?:(?:\\{(?<names>[\\w$\\s,]*)}|(?<star>\\*\\s+as\\s+)[\\w$]+)"
              + "\\s+(?<from>from)\\s+)?'(?<address> *)';");
  private static final Pattern NAME = Pattern.compile("([\\w$]+)(\\s+as\\s+[\\w$]+)?");
  private static final Pattern EXPORT =
      Pattern.compile(
          "export\\s+(?=(?:(?:async\\s+)?function[\\s*]+|class\\s+|const\\s+(?=[\\w$]+\\s*=))"
              + "([\\w$]+))");
  private static final Pattern LOAD = Pattern.compile("import\\(\\s*'(?<address> *)',?\\s*\\)");
  private static final Pattern URL =
      Pattern.compile(
          "new\\s+URL\\(\\s*'(?<address> *)',\\s*(?<meta>import\\.meta\\.url),?\\s*\\)");
  private static final Pattern OWN_ADDRESS =
      Pattern.compile("(?<!,\\s{0,99})import\\.meta\\.url(?![\\w$])");

  /** The begin of a statement outside of all functions, for only such a line is not indented. */
  private static final Pattern STATEMENT = Pattern.compile("(?m)^[^\\s})\\]]");

  /**
   * Where a module names another one.
   *
   * @param at offset of the address in the text
   * @param names what is imported, by the name it is exported under; empty if that is not said
   * @param worker whether what is named runs in a realm of its own
   */
  record Reference(Path target, int at, Set<String> names, boolean worker) {}

  private record Edit(int start, int end, String text) {}

  private final Source source;
  private final String code;
  private final List<Reference> imports = new ArrayList<>();
  private final List<Reference> loads = new ArrayList<>();
  private final Set<String> exports = new LinkedHashSet<>();
  private final List<Edit> edits = new ArrayList<>();
  private int endOfImports;

  /**
   * Reads a module.
   *
   * @throws BrokenSourceException if it goes beyond that part of the language
   */
  EsModule(Source source) throws BrokenSourceException {
    this.source = source;
    this.code = Code.of(source);
    Matcher word = WORD.matcher(code);
    while (word.find()) {
      switch (word.group()) {
        case "import" -> readImport(word.start());
        case "export" -> readExport(word.start());
        case "await" -> checkAwait(word.start());
        default -> throw source.fault(word.start(), "the name $ belongs to the joined file");
      }
    }
  }

  Source source() {
    return source;
  }

  /** What it needs before it runs, in order. */
  List<Reference> imports() {
    return imports;
  }

  /** What it may load later. */
  List<Reference> loads() {
    return loads;
  }

  Set<String> exports() {
    return exports;
  }

  /**
   * The module as a function that is run at once and returns the exports, its text verbatim but for
   * imports, exports, and addresses, which are seen from the joined file.
   */
  String joinedInto(Path file) {
    List<Edit> all = new ArrayList<>(edits);
    for (Reference load : loads) {
      String relative = file.resolveSibling("").relativize(load.target).toString();
      String address = relative.startsWith("../") ? relative : "./" + relative;
      all.add(new Edit(load.at, code.indexOf('\'', load.at), address));
    }
    all.sort(Comparator.comparingInt(Edit::start));
    StringBuilder body = new StringBuilder();
    int from = 0;
    for (Edit edit : all) {
      body.append(source.text(), from, edit.start).append(edit.text);
      from = edit.end;
    }
    body.append(source.text(), from, source.text().length());
    return """
    %s = (() => {
    %s
    return { %s };
    })();
    """
        .formatted(exportsOf(source.path()), body.toString().stripTrailing(), names());
  }

  /** The last line of a joined file, for who loads it. */
  String exported() {
    return exports.isEmpty()
        ? ""
        : "export const { %s } = %s;\n".formatted(names(), exportsOf(source.path()));
  }

  private String names() {
    return String.join(", ", exports);
  }

  private static String exportsOf(Path path) {
    return "$['" + path + "']";
  }

  private void readImport(int at) throws BrokenSourceException {
    MatchResult later = match(LOAD, at);
    MatchResult found = match(IMPORT, at);
    if (later != null) {
      loads.add(reference(later, Set.of(), false));
    } else if (found != null) {
      readStatic(found);
    } else if (code.startsWith("import(", at)) {
      throw source.fault(at, "what is imported later is named by a literal, in single quotes");
    } else if (code.startsWith("import.", at)) {
      readOwnAddress(at);
    } else {
      throw source.fault(at, "not of the form: import { name, other as alias } from './file.js';");
    }
  }

  private void readStatic(MatchResult found) throws BrokenSourceException {
    if (!code.substring(endOfImports, found.start()).isBlank()) {
      throw source.fault(found.start(), "imports come before all other code");
    }
    endOfImports = found.end();
    int address = found.start("address");
    Set<String> names = new LinkedHashSet<>();
    if (found.group("from") == null) {
      edits.add(new Edit(found.start(), address - 1, ""));
    } else {
      edits.add(new Edit(found.start(), found.start() + "import".length(), "const"));
      edits.add(new Edit(found.start("from"), found.end("from"), "="));
    }
    if (found.group("star") != null) {
      edits.add(new Edit(found.start("star"), found.end("star"), ""));
    }
    if (found.group("names") != null) {
      Matcher name = NAME.matcher(code).region(found.start("names"), found.end("names"));
      while (name.find()) {
        names.add(name.group(1));
        if (name.group(2) != null) {
          int alias = name.start(2) + name.group(2).indexOf("as") + "as".length();
          edits.add(new Edit(name.start(2), alias, ":"));
        }
      }
    }
    Reference reference = reference(found, names, false);
    edits.add(new Edit(address - 1, found.end("address") + 1, exportsOf(reference.target)));
    imports.add(reference);
  }

  private void readOwnAddress(int at) throws BrokenSourceException {
    MatchResult url =
        URL.matcher(code).results().filter(u -> u.start("meta") == at).findAny().orElse(null);
    if (url != null) {
      loads.add(reference(url, Set.of(), true));
    } else if (match(OWN_ADDRESS, at) == null) {
      throw source.fault(
          at, "import.meta is used as import.meta.url or new URL('./file.js', import.meta.url)");
    }
  }

  private void readExport(int at) throws BrokenSourceException {
    MatchResult found = match(EXPORT, at);
    if (found == null) {
      throw source.fault(at, "an export declares a function, a class or one constant by its name");
    }
    edits.add(new Edit(at, found.end(), ""));
    exports.add(found.group(1));
  }

  private void checkAwait(int at) throws BrokenSourceException {
    int statement =
        STATEMENT
            .matcher(code.substring(0, at + 1))
            .results()
            .mapToInt(MatchResult::start)
            .max()
            .orElse(0);
    if (!code.substring(statement, at).contains("async")) {
      throw source.fault(at, "await stands in async functions alone");
    }
  }

  private @Nullable MatchResult match(Pattern pattern, int at) {
    Matcher matcher = pattern.matcher(code).region(at, code.length()).useTransparentBounds(true);
    return matcher.lookingAt() ? matcher.toMatchResult() : null;
  }

  private Reference reference(MatchResult found, Set<String> names, boolean worker)
      throws BrokenSourceException {
    int at = found.start("address");
    String address = source.text().substring(at, found.end("address"));
    if (!address.matches("\\.\\.?/.*\\.js")) {
      throw source.fault(at, "a module's address is relative and ends with .js");
    }
    return new Reference(source.resolve(address), at, names, worker);
  }
}

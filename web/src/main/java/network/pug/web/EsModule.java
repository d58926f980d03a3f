package network.pug.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ES module in the part of the language that ours keep to, so that it can be joined without
 * being parsed whole: imports come first, exports stand where they are declared, all by name, and
 * what is loaded later is named by a literal.
 */
final class EsModule {
  /** What makes a module, where it is neither a property nor a part of another name. */
  private static final Pattern WORD =
      Pattern.compile(
          "(?<![\\w$#])(?<!(?<!\\.\\.)\\.)(?:import|export|await|new|\\$)(?![\\w$])(?!\\s*:)");

  private static final Pattern IMPORT =
      Pattern.compile(
          "import\\s+(?:(?<clause>\\{[\\w$\\s,]*}|\\*\\s+as\\s+[\\w$]+)\\s+from\\s+)?"
              + "'(?<address> *)';");
  private static final Pattern EXPORT =
      Pattern.compile(
          "export\\s+(?=(?:(?:async\\s+)?function[\\s*]+|class\\s+|const\\s+(?=[\\w$]+\\s*=))"
              + "(?<name>[\\w$]+))");
  private static final Pattern LOAD = Pattern.compile("import\\(\\s*'(?<address> *)'\\s*\\)");
  private static final Pattern WORKER =
      Pattern.compile("new\\s+URL\\(\\s*'(?<address> *)',\\s*import\\.meta\\.url\\s*\\)");
  private static final Pattern OWN_ADDRESS =
      Pattern.compile("(?<!,\\s{0,99})import\\.meta\\.url(?![\\w$])");

  /** The begin of a statement that is in no other, for only such a one is not indented. */
  private static final Pattern STATEMENT = Pattern.compile("(?m)^[^\\s})\\]]");

  /**
   * Where a module names another one.
   *
   * @param at offset of the address in the text
   * @param names what is imported from it; empty if that is not said
   * @param worker whether it runs in a realm of its own
   */
  record Reference(Path target, int at, Set<String> names, boolean worker) {}

  /** What stands in a joined file in place of a part of the text. */
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
    for (int at = 0; word.find(at); ) {
      at =
          switch (word.group()) {
            case "import" -> readImport(word.start());
            case "export" -> readExport(word.start());
            case "await" -> readAwait(word.start());
            case "new" -> readNew(word.start());
            default -> throw source.fault(word.start(), "the name $ belongs to the joined file");
          };
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

  /** The names of what it exports. */
  Set<String> exports() {
    return exports;
  }

  /** What joined files call the exports of a module. */
  static String exportsOf(Path path) {
    return "$['" + path + "']";
  }

  /** Its text as it stands in a joined file, which lies in {@code js/}. */
  String joinedText() {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Edit edit : edits) {
      text.append(source.text(), from, edit.start).append(edit.text);
      from = edit.end;
    }
    return text.append(source.text().substring(from)).toString();
  }

  private int readImport(int at) throws BrokenSourceException {
    MatchResult found = match(IMPORT, at);
    if (found != null) {
      return readStatic(found);
    }
    found = match(LOAD, at);
    if (found != null) {
      return readLoad(found, false);
    }
    found = match(OWN_ADDRESS, at);
    if (found != null) {
      return found.end();
    }
    throw source.fault(
        at,
        "neither import { name, other as alias } from './file.js'; nor import('./file.js')"
            + " nor new URL('./file.js', import.meta.url)");
  }

  private int readStatic(MatchResult found) throws BrokenSourceException {
    if (!code.substring(endOfImports, found.start()).isBlank()) {
      throw source.fault(found.start(), "imports come before all other code");
    }
    endOfImports = found.end();
    Set<String> names = new LinkedHashSet<>();
    String begin = "";
    String clause = found.group("clause");
    if (clause != null) {
      if (clause.startsWith("{")) {
        for (String name : clause.substring(1, clause.length() - 1).split(",", -1)) {
          names.add(name.strip().split("\\s", 2)[0]);
        }
        names.remove("");
      }
      begin =
          "const %s = "
              .formatted(clause.replaceFirst("\\*\\s+as ", "").replaceAll("\\s+as ", ": "));
    }
    Reference reference = reference(found, names, false);
    imports.add(reference);
    edits.add(new Edit(found.start(), found.end(), begin + exportsOf(reference.target) + ";"));
    return found.end();
  }

  private int readLoad(MatchResult found, boolean worker) throws BrokenSourceException {
    Reference reference = reference(found, Set.of(), worker);
    loads.add(reference);
    String address = "./" + Joiner.OURS.relativize(reference.target);
    edits.add(new Edit(found.start("address"), found.end("address"), address));
    return found.end();
  }

  private int readNew(int at) throws BrokenSourceException {
    MatchResult found = match(WORKER, at);
    return found == null ? at + 1 : readLoad(found, true);
  }

  private int readExport(int at) throws BrokenSourceException {
    MatchResult found = match(EXPORT, at);
    if (found == null || (code.startsWith("const", found.end()) && !isOneConstant(found.end()))) {
      throw source.fault(at, "an export declares one constant, a function or a class, by name");
    }
    exports.add(found.group("name"));
    edits.add(new Edit(at, found.end(), ""));
    return found.end();
  }

  /** Whether the declaration at an offset has no comma outside of brackets. */
  private boolean isOneConstant(int start) {
    int depth = 0;
    for (int at = start; at < code.length(); at++) {
      char c = code.charAt(at);
      if (depth == 0 && (c == ',' || c == ';')) {
        return c == ';';
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
    }
    return false;
  }

  private int readAwait(int at) throws BrokenSourceException {
    Matcher statement = STATEMENT.matcher(code).region(0, at + 1);
    int start = 0;
    while (statement.find()) {
      start = statement.start();
    }
    if (!code.substring(start, at).contains("async")) {
      throw source.fault(at, "await stands in async functions alone");
    }
    return at + 1;
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
      throw source.fault(at, "a module's address is relative and ends in .js");
    }
    return new Reference(source.resolve(address), at, names, worker);
  }
}

package network.pug.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ES module in the style that ours keep to, so that it can be joined without being parsed: an
 * import or export begins its line, all go by name, exports stand where they are declared, and what
 * is loaded later is named by a literal, behind which {@code ${again}} may stand. Anything else
 * that begins like these is a fault.
 */
final class EsModule {
  private static final Pattern DOCUMENTATION = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);

  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:(\\{[\\w$\\s,]*}) from )?'(\\.\\.?/[^']+\\.js)';$");
  private static final Pattern EXPORT =
      Pattern.compile("(?m)^export (?=(?:(?:async )?function\\*?|class|const) ([\\w$]+))");
  private static final Pattern LOAD =
      Pattern.compile("(?<!\\w)import\\('(?<address>\\.\\.?/[^']+\\.js)'\\)");
  private static final Pattern LOAD_AGAIN =
      Pattern.compile("(?<!\\w)import\\(`(?<address>\\.\\.?/[^'`$]+\\.js)\\$\\{again}`\\)");
  private static final Pattern WORKER =
      Pattern.compile("new URL\\('(?<address>\\.\\.?/[^']+\\.js)', import\\.meta\\.url\\)");
  private static final Pattern MODULE_WORD =
      Pattern.compile("(?m)^(?:import|export)\\b|(?<!\\w)import\\s*\\(");

  /**
   * Where a module names another one.
   *
   * @param at offset in the text
   * @param names what is imported from it
   * @param worker whether it runs in a realm of its own
   */
  record Reference(Path target, int at, Set<String> names, boolean worker) {}

  /** What stands in a joined file in place of a part of the text. */
  private record Edit(int end, String text) {}

  private final Source source;
  private final List<Reference> imports = new ArrayList<>();
  private final List<Reference> loads = new ArrayList<>();
  private final Set<String> exports = new LinkedHashSet<>();

  /** By where the part begins. */
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();

  /**
   * Reads a module.
   *
   * @throws BrokenSourceException if it is not in that style
   */
  EsModule(Source source) throws BrokenSourceException {
    this.source = source;
    String code = withoutDocumentation(source.text());
    IMPORT.matcher(code).results().forEach(this::addImport);
    EXPORT.matcher(code).results().forEach(this::addExport);
    LOAD.matcher(code).results().forEach(found -> addLoad(found, false));
    LOAD_AGAIN.matcher(code).results().forEach(found -> addLoad(found, false));
    WORKER.matcher(code).results().forEach(found -> addLoad(found, true));
    Matcher word = MODULE_WORD.matcher(code);
    while (word.find()) {
      if (!edits.containsKey(word.start())) {
        throw source.fault(
            word.start(),
            "neither import { name } from './file.js'; nor export with a declaration"
                + " nor import('./file.js') nor import(`./file.js${again}`)");
      }
    }
  }

  /** Types are imported there, which is nothing to join. Offsets and lines stay where they are. */
  private static String withoutDocumentation(String text) {
    return DOCUMENTATION.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
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
    for (var edit : edits.entrySet()) {
      text.append(source.text(), from, edit.getKey()).append(edit.getValue().text);
      from = edit.getValue().end;
    }
    return text.append(source.text().substring(from)).toString();
  }

  private void addImport(MatchResult found) {
    String clause = found.group(1);
    Set<String> names = new LinkedHashSet<>();
    String begin = "";
    if (clause != null) {
      Arrays.stream(clause.replaceAll("[{}]", "").split(",", -1))
          .map(name -> name.strip().split("\\s", 2)[0])
          .filter(name -> !name.isEmpty())
          .forEach(names::add);
      begin = "const " + clause.replaceAll("\\s+as\\s+", ": ") + " = ";
    }
    Path target = source.resolve(found.group(2));
    imports.add(new Reference(target, found.start(), names, false));
    edits.put(found.start(), new Edit(found.end(), begin + exportsOf(target) + ";"));
  }

  private void addExport(MatchResult found) {
    exports.add(found.group(1));
    edits.put(found.start(), new Edit(found.end(), ""));
  }

  private void addLoad(MatchResult found, boolean worker) {
    String address = found.group("address");
    Path target = source.resolve(address);
    loads.add(new Reference(target, found.start(), Set.of(), worker));
    String joined = "./" + Joiner.OURS.relativize(target);
    edits.put(found.start(), new Edit(found.end(), found.group().replace(address, joined)));
  }
}

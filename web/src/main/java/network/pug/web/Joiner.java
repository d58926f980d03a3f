package network.pug.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import network.pug.web.EsModule.Reference;

/**
 * Joins a page's modules into one file, and so those of each worker and of each module that is
 * loaded later. Within a file every module comes behind those that it imports, which is the order
 * in which ES modules run. A module that imports no other of ours stays as it lies, and vendored
 * code is none of ours.
 */
final class Joiner {
  /** The folder of our modules. */
  static final Path OURS = Path.of("js");

  private static final Path VENDORED = Path.of("vendor");

  private static final String BEGIN =
      """
      // Modules of web/ in one file: each as it lies there but for its imports and exports.
      const $ = {};
      """;

  private final Path web;
  private final Map<Path, EsModule> modules = new HashMap<>();
  private final Map<Path, String> files = new TreeMap<>();

  private Joiner(Path web) {
    this.web = web;
  }

  /**
   * What is served in place of the modules, by path.
   *
   * @param web the folder that they are in
   * @param main the module that a page begins with
   * @throws BrokenSourceException if a module that it needs cannot be joined
   */
  static Map<Path, String> join(Path web, Path main) throws IOException, BrokenSourceException {
    Joiner joiner = new Joiner(web);
    joiner.add(joiner.read(main), new HashMap<>());
    return joiner.files;
  }

  /**
   * Adds the file that begins with a module, and those that it loads.
   *
   * @param homes the file of each module of the same realm, for two copies would have a state each
   */
  private void add(EsModule entry, Map<Path, Path> homes)
      throws IOException, BrokenSourceException {
    Path file = entry.source().path();
    Set<EsModule> order = new LinkedHashSet<>();
    collect(entry, order, new LinkedHashSet<>());
    StringBuilder joined = new StringBuilder(BEGIN);
    for (EsModule module : order) {
      Path home = homes.putIfAbsent(module.source().path(), file);
      if (home != null && !home.equals(file)) {
        throw module.source().fault(0, "would be both in " + home + " and in " + file);
      }
      joined.append(joined(module));
    }
    if (!entry.exports().isEmpty()) {
      joined.append("export const %s = %s;\n".formatted(names(entry), EsModule.exportsOf(file)));
    }
    if (order.size() > 1 && !OURS.equals(file.getParent())) {
      throw entry.source().fault(0, "what imports others and is loaded later lies in js/ itself");
    }
    files.put(file, order.size() == 1 ? entry.source().text() : joined.toString());
    for (EsModule module : order) {
      for (Reference load : module.loads()) {
        if (isOurs(module, load) && !files.containsKey(load.target())) {
          add(read(load.target()), load.worker() ? new HashMap<>() : homes);
        }
      }
      for (Reference imported : module.imports()) {
        if (!isOurs(module, imported) && order.size() > 1) {
          throw module
              .source()
              .fault(imported.at(), "vendored code is imported by a module that is loaded later");
        }
      }
    }
  }

  /** A module as a function that runs at once and returns the exports. */
  private static String joined(EsModule module) {
    return """

    %s = (() => {
    %s
    return %s;
    })();
    """
        .formatted(
            EsModule.exportsOf(module.source().path()),
            module.joinedText().stripTrailing(),
            names(module));
  }

  private static String names(EsModule module) {
    return module.exports().isEmpty() ? "{}" : "{ " + String.join(", ", module.exports()) + " }";
  }

  /** Adds a module to the order in which they run, behind what it imports. */
  private void collect(EsModule module, Set<EsModule> order, Set<EsModule> importers)
      throws IOException, BrokenSourceException {
    if (order.contains(module)) {
      return;
    }
    importers.add(module);
    for (Reference reference : module.imports()) {
      if (!isOurs(module, reference)) {
        continue;
      }
      EsModule imported = read(reference.target());
      if (importers.contains(imported)) {
        throw module.source().fault(reference.at(), "a cycle of imports");
      }
      for (String name : reference.names()) {
        if (!imported.exports().contains(name)) {
          throw module
              .source()
              .fault(reference.at(), reference.target() + " does not export " + name);
        }
      }
      collect(imported, order, importers);
    }
    importers.remove(module);
    order.add(module);
  }

  /** Whether what is referred to can be joined, and is not vendored code. */
  private boolean isOurs(EsModule from, Reference reference) throws BrokenSourceException {
    Path target = reference.target();
    if (!Files.isRegularFile(web.resolve(target))) {
      throw from.source().fault(reference.at(), "there is no " + target);
    }
    if (!target.startsWith(OURS) && !target.startsWith(VENDORED)) {
      throw from.source().fault(reference.at(), target + " is neither in js/ nor in vendor/");
    }
    return target.startsWith(OURS);
  }

  private EsModule read(Path path) throws IOException, BrokenSourceException {
    EsModule module = modules.get(path);
    if (module == null) {
      module = new EsModule(Source.read(web, path));
      modules.put(path, module);
    }
    return module;
  }
}

package network.pug.e2e.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A copy of the project as a fresh clone would hold it, in a path with spaces. */
final class Checkout {

  private static final Set<String> NOT_COPIED = Set.of(".git", "target", "node_modules");

  private final Path folder;
  private final Path root;
  private final Path tools;

  private Checkout(Path folder) {
    this.folder = folder;
    root = folder.resolve("a path with spaces");
    tools = folder.resolve("tools");
  }

  static Checkout copyTo(Path folder) throws IOException {
    var checkout = new Checkout(folder);
    Files.createDirectory(checkout.tools);
    Files.walkFileTree(
        Pugnetwork.ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            if (NOT_COPIED.contains(directory.getFileName().toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectory(checkout.counterpart(directory));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, checkout.counterpart(file), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
    return checkout;
  }

  private Path counterpart(Path original) {
    return root.resolve(Pugnetwork.ROOT.relativize(original));
  }

  Path resolve(String path) {
    return root.resolve(path);
  }

  /** The launcher of this copy, with this copy's tools before all others. */
  ProcessBuilder command(String... arguments) {
    ProcessBuilder command = Pugnetwork.commandAt(root.resolve("pugnetwork"), arguments);
    command.environment().merge("PATH", tools.toString(), (old, added) -> added + ":" + old);
    return command;
  }

  /** Runs the launcher to its end. */
  Pugnetwork.Ended run(String... arguments) throws IOException, InterruptedException {
    try (var command = Pugnetwork.start(command(arguments))) {
      return command.end();
    }
  }

  /** Puts a tool on this copy's PATH. */
  void addTool(String name, String script) throws IOException {
    Path tool = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /**
   * Puts a Maven on this copy's PATH that takes over what was built before, and counts itself. Java
   * is not trained, unless a test says how.
   */
  void addQuickMaven() throws IOException {
    Files.delete(training());
    addTool(
        "mvn",
        """
        rm -rf relay/target && cp -R '%s' relay/target && touch relay/target/built &&
        echo built >> '%s' && echo '[INFO] BUILD SUCCESS'
        """
            .formatted(Pugnetwork.ROOT.resolve("relay/target"), builds()));
  }

  /** What trains Java. */
  Path training() {
    return root.resolve("relay/src/train/Training.java");
  }

  /** How often the quick Maven was asked to build. */
  int countBuilds() throws IOException {
    return Files.exists(builds()) ? Files.readAllLines(builds()).size() : 0;
  }

  private Path builds() {
    return folder.resolve("builds");
  }

  /** When each file and directory was last changed. */
  Map<Path, FileTime> changes() throws IOException {
    Map<Path, FileTime> times = new TreeMap<>();
    try (var files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}

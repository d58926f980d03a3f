package network.pug.e2e.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/**
 * One class using another, as the JDK's jdeps reports it.
 *
 * @param from the using class
 * @param to the used class
 * @param home the used class's module, or "not found" where it is no class of the JDK or of ours
 */
record Dependency(String from, String to, String home) {

  private static final Pattern LINE = Pattern.compile("\\s+(\\S+)\\s+->\\s+(\\S+)\\s+(.+?)\\s*");

  /** Everything that the compiled classes of a module use, themselves included. */
  static List<Dependency> ofModule(String module) {
    Path classes = Path.of("..", module, "target", "classes");
    var output = new StringWriter();
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(output),
                new PrintWriter(output),
                "-verbose:class",
                "-filter:none",
                classes.toString());
    assertEquals(0, status, output::toString);
    return output
        .toString()
        .lines()
        .map(LINE::matcher)
        .filter(line -> line.matches())
        .map(line -> new Dependency(line.group(1), line.group(2), line.group(3)))
        .filter(dependency -> !dependency.to.startsWith("org.jspecify."))
        .toList();
  }

  boolean isFrom(String packageName) {
    return isIn(from, packageName);
  }

  boolean isTo(String packageName) {
    return isIn(to, packageName);
  }

  private static boolean isIn(String className, String packageName) {
    return className.startsWith(packageName + ".");
  }
}

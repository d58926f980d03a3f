package network.pug.e2e.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The threats that SECURITY.md names, and the tests that it says cover them. */
class ThreatModelTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern TEST =
      Pattern.compile("`([A-Za-z0-9]+Test|[a-z0-9-]+\\.test\\.js)`");

  private static List<String> threats() throws IOException {
    return Files.readAllLines(ROOT.resolve("SECURITY.md")).stream()
        .dropWhile(line -> !line.equals("## What is protected"))
        .takeWhile(line -> !line.equals("## What is not"))
        .filter(line -> line.startsWith("|"))
        .skip(2) // the head and the rule below it
        .toList();
  }

  private static Set<String> testsThatExist() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String tree : List.of("protocol/src", "relay/src", "client/src", "e2e/src", "web/test")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(tree))) {
        files
            .map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
            .forEach(names::add);
      }
    }
    return names;
  }

  @Test
  void everyThreatIsCoveredByATest() throws IOException {
    List<String> threats = threats();
    assertFalse(threats.isEmpty());
    assertEquals(
        List.of(), threats.stream().filter(threat -> !TEST.matcher(threat).find()).toList());
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    Set<String> named =
        TEST.matcher(String.join("\n", threats()))
            .results()
            .map((MatchResult result) -> result.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    named.removeAll(testsThatExist());
    assertEquals(Set.of(), named);
  }
}

package network.pug.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HowFastPageTest {
  private static final Pattern NAME = Pattern.compile("\\{\\w+\\}");

  @Test
  void thePageInTheDocumentationHasTheTextThatTheBenchmarkWrites() throws Exception {
    String page = Files.readString(Path.of("../docs/pages/how-fast.md"));
    String text =
        Arrays.stream(NAME.split(HowFastPage.template(), -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("[^{}]+"));
    assertTrue(
        Pattern.matches(text, page),
        "The text has changed: make the same change in docs/pages/how-fast.md");
  }

  @Test
  void tablesStandWhereTheirNamesStood() throws Exception {
    Map<String, String> tables = new LinkedHashMap<>();
    NAME.matcher(HowFastPage.template())
        .results()
        .forEach(name -> tables.put(name.group().replaceAll("[{}]", ""), "a table"));
    assertEquals(14, tables.size());
    assertTrue(NAME.matcher(HowFastPage.of(tables)).results().findAny().isEmpty());
  }
}

package network.pug.e2e.proxy;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import network.pug.e2e.cli.Pugnetwork;
import network.pug.relay.RelayConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the examples say is what the documentation says. */
class ExamplesTest {
  private static final Pattern FENCED = Pattern.compile("(?s)```\\n(.*?)```");

  @ParameterizedTest
  @CsvSource({
    "As a service of systemd, pugnetwork.service",
    "nginx, nginx.conf",
    "Caddy, Caddyfile",
    "HAProxy, haproxy.cfg"
  })
  void theDocumentationQuotesTheExample(String heading, String file) throws IOException {
    String page = Files.readString(Pugnetwork.ROOT.resolve("docs/pages/run-it.md"));
    String section = page.split("\\n###? " + heading + "\\n", 2)[1].split("\\n##", 2)[0];
    Set<String> lines =
        Example.of(file).toString().lines().map(String::strip).collect(Collectors.toSet());
    List<String> quoted =
        FENCED.matcher(section).results().flatMap(block -> block.group(1).lines()).toList();
    assertFalse(quoted.isEmpty());
    assertEquals(List.of(), quoted.stream().filter(line -> !lines.contains(line.strip())).toList());
  }

  @Test
  void allExamplesStartTheRelayAlike() throws IOException {
    List<String> flags = Example.of("nginx.conf").flags();
    assertDoesNotThrow(() -> RelayConfig.parse(flags, Map.of()));
    assertEquals(flags, Example.of("Caddyfile").flags());
    assertEquals(flags, Example.of("haproxy.cfg").flags());
    String unit = Example.of("pugnetwork.service").find("ExecStart=\\S+/pugnetwork (--.*)");
    assertEquals(flags, List.of(unit.split(" ")));
  }
}

package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandReferenceTest {

  @Test
  void thePageInTheDocumentationIsTheOneThatTheFlagsMake() throws IOException {
    Path fresh = Path.of("target", "command-reference.md");
    Files.writeString(fresh, CommandReference.page());
    assertEquals(
        CommandReference.page(),
        Files.readString(Path.of("../docs/pages/command-reference.md")),
        "The flags have changed: cp relay/" + fresh + " docs/pages/");
  }

  @Test
  void itListsTheCommandsThatTheHelpAndTheLauncherList() throws IOException {
    Set<String> listed = commands("(?m)^\\| `./pugnetwork (\\w+)", CommandReference.page());
    assertEquals(commands("(?m)^pugnetwork (\\w+)", Flags.help()), listed);
    String launcher = Files.readString(Path.of("../pugnetwork"));
    assertEquals(commands("(?m)^# +./pugnetwork (\\w+)", launcher), listed);
  }

  private static Set<String> commands(String line, String text) {
    return Pattern.compile(line)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}

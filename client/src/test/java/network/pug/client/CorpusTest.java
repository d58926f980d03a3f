package network.pug.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import network.pug.client.crypto.PayloadFuzz;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What fuzzing begins with, and what it has found, given to the same targets in every build. */
class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/corpus");

  @TestFactory
  Stream<DynamicTest> linksDoNoHarm() throws IOException {
    return inputs("RoomLinkFuzz")
        .map(
            input ->
                DynamicTest.dynamicTest(
                    input.toString(),
                    () -> RoomLinkFuzz.fuzzerTestOneInput(Files.readAllBytes(input))));
  }

  @TestFactory
  Stream<DynamicTest> payloadsDoNoHarm() throws IOException {
    return inputs("PayloadFuzz")
        .map(
            input ->
                DynamicTest.dynamicTest(
                    input.toString(),
                    () -> PayloadFuzz.fuzzerTestOneInput(Files.readAllBytes(input))));
  }

  private static Stream<Path> inputs(String target) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(target))) {
      return files.sorted().toList().stream();
    }
  }
}

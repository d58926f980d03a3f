package network.pug.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import network.pug.relay.gateway.CommandFuzz;
import network.pug.relay.json.JsonFuzz;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What fuzzing begins with, and what it has found, given to the same targets in every build. */
class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/corpus");
  private static final Map<String, Consumer<byte[]>> TARGETS =
      Map.of(
          "CommandFuzz", CommandFuzz::fuzzerTestOneInput,
          "HttpFuzz", HttpFuzz::fuzzerTestOneInput,
          "JsonFuzz", JsonFuzz::fuzzerTestOneInput,
          "WebSocketFuzz", WebSocketFuzz::fuzzerTestOneInput);

  @TestFactory
  Stream<DynamicTest> doesNoHarm() {
    return TARGETS.entrySet().stream()
        .flatMap(target -> inputs(target.getKey()).map(input -> replay(input, target.getValue())));
  }

  private static Stream<Path> inputs(String target) {
    try (Stream<Path> files = Files.list(CORPUS.resolve(target))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DynamicTest replay(Path input, Consumer<byte[]> target) {
    return DynamicTest.dynamicTest(
        CORPUS.relativize(input).toString(), () -> target.accept(Files.readAllBytes(input)));
  }
}

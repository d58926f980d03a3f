package network.pug.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One file of spec/vectors: its header fields, and its body as UTF-8 text. */
public record Vector(String name, Map<String, String> fields, String body) {

  /** The vectors of one folder, such as {@code link}. */
  public static Stream<Vector> all(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../spec/vectors", folder))) {
      return files.sorted().map(Vector::read).toList().stream();
    }
  }

  /** A header field, empty where it is absent. */
  public String get(String field) {
    return fields.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return name;
  }

  private static Vector read(Path file) {
    try {
      String[] parts = Files.readString(file).split("\n\n", 2);
      Map<String, String> fields =
          parts[0]
              .lines()
              .map(line -> line.split(": ", 2))
              .collect(Collectors.toMap(field -> field[0], field -> field[1]));
      return new Vector(file.getFileName().toString(), fields, parts[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

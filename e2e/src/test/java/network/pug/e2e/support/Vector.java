package network.pug.e2e.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One file of spec/vectors.
 *
 * @param fields the header; of a field that stands there twice, the last
 * @param body its bytes as ISO 8859-1
 */
public record Vector(String name, Map<String, String> fields, String body) {

  /** The vectors of one folder, such as {@code wire}. */
  public static Stream<Vector> all(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../spec/vectors", folder))) {
      return files.sorted().map(Vector::read).toList().stream();
    }
  }

  /** A header field, empty where it is absent. */
  public String get(String field) {
    return fields.getOrDefault(field, "");
  }

  /** The body's bytes. */
  public byte[] bytes() {
    return body.getBytes(ISO_8859_1);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Vector read(Path file) {
    try {
      String[] parts = Files.readString(file, ISO_8859_1).split("\n\n", 2);
      Map<String, String> fields = new HashMap<>();
      for (String line : new String(parts[0].getBytes(ISO_8859_1), UTF_8).split("\n", -1)) {
        String[] field = line.split(": ", 2);
        fields.put(field[0], field[1]);
      }
      return new Vector(file.getFileName().toString(), fields, parts[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

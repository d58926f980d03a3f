package network.pug.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of spec/vectors. */
public final class Vectors {
  /** One file: its header fields, and its body byte for byte as ISO 8859-1. */
  public record Vector(String name, Map<String, String> fields, String body) {
    /** A header field, empty where it is absent. */
    public String get(String field) {
      return fields.getOrDefault(field, "");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private Vectors() {}

  /** The vectors of one folder, such as {@code pow}. */
  public static Stream<Vector> in(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../spec/vectors", folder))) {
      return files.sorted().map(Vectors::read).toList().stream();
    }
  }

  private static Vector read(Path file) {
    try {
      String[] parts = Files.readString(file, StandardCharsets.ISO_8859_1).split("\n\n", 2);
      Map<String, String> fields =
          parts[0]
              .lines()
              .map(line -> line.split(": ", 2))
              .collect(Collectors.toMap(f -> f[0], f -> f[1], (first, again) -> first));
      return new Vector(file.getFileName().toString(), fields, parts[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

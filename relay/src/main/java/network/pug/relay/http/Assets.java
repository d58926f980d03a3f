package network.pug.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The browser client and the documentation, byte for byte as they were packed, held in memory from
 * the start. A file is at the path that it was packed under; what is under {@code /assets/} may be
 * cached for good, for there a path changes with the content. Immutable, and safe for any thread.
 */
final class Assets {
  private static final String ROOT = "network/pug/web/";

  /** A page is found without its ending, and the index of a folder at the folder. */
  private static final Pattern PAGE_ENDING = Pattern.compile("(?:(?<=/)index)?\\.html$");

  private static final String CACHE_FOR_GOOD = "public, max-age=31536000, immutable";
  private static final String GZIP_ENDING = ".gz";
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain; charset=utf-8");

  private final Map<String, StaticFile> byPath = new HashMap<>();

  private Assets(Map<String, byte[]> files) {
    files.forEach(
        (name, bytes) -> {
          if (!name.endsWith(GZIP_ENDING)) {
            byPath.put(
                PAGE_ENDING.matcher('/' + name).replaceFirst(""),
                file(name, bytes, files.get(name + GZIP_ENDING)));
          }
        });
  }

  private static StaticFile file(String name, byte[] content, byte @Nullable [] gzip) {
    return new StaticFile(
        contentType(name),
        name.startsWith("assets/") ? CACHE_FOR_GOOD : "no-store",
        constant(content),
        gzip == null ? null : constant(gzip));
  }

  /** Reads the client from the class path. */
  static Assets load() {
    Map<String, byte[]> files = new HashMap<>();
    try {
      Path origin =
          Path.of(Assets.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(origin)) {
        readFolder(origin.resolve(ROOT), files);
      } else {
        readJar(origin, files);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the client's files", e);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException("a code source is a URI", e);
    }
    return new Assets(files);
  }

  /** The page or asset at a path; null if there is none. */
  @Nullable StaticFile find(String path) {
    return byPath.get(path);
  }

  /** The path of the one asset of a name, without a slash in front. */
  String pathOf(String name) {
    return byPath.keySet().stream()
        .filter(path -> path.matches("/assets/[^/]+/" + Pattern.quote(name)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is missing from the build"))
        .substring(1);
  }

  private static void readFolder(Path root, Map<String, byte[]> files) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
  }

  private static void readJar(Path path, Map<String, byte[]> files) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      for (var entry : jar.stream().toList()) {
        if (entry.getName().startsWith(ROOT) && !entry.isDirectory()) {
          // Into place: growing buffers would leave two megabytes behind at each start.
          byte[] file = new byte[Math.toIntExact(entry.getSize())];
          new DataInputStream(jar.getInputStream(entry)).readFully(file);
          files.put(entry.getName().substring(ROOT.length()), file);
        }
      }
    }
  }

  private static String contentType(String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    return CONTENT_TYPES.getOrDefault(ending, "application/octet-stream");
  }

  /** A buffer that is shared by all answers and never released. */
  private static ByteBuf constant(byte[] bytes) {
    return Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes).asReadOnly());
  }
}

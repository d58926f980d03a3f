package network.pug.relay.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The browser client's files and the documentation, byte for byte as they were built, held in
 * memory from the start. Only pages are touched: their {@code /assets/} becomes {@code
 * /assets/<fingerprint>/}, a digest over all files, so that an asset's address changes with any of
 * them and may be cached for good. Immutable, and safe for any thread.
 */
final class Assets {
  private static final String ROOT = "network/pug/web/";

  /** A page is found without its ending, and the index of a folder at the folder. */
  private static final Pattern PAGE_ENDING = Pattern.compile("(?:(?<=/)index)?\\.html$");

  private static final String CACHE_FOR_GOOD = "public, max-age=31536000, immutable";
  private static final int FINGERPRINT_BYTES = 9;
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain; charset=utf-8");

  private final Map<String, StaticFile> byPath = new HashMap<>();

  /** A file as it is served. */
  record StaticFile(String contentType, String caching, ByteBuf content) {
    Reply reply() {
      return Reply.ok(contentType, caching, content.duplicate());
    }
  }

  private Assets(Map<String, byte[]> files) {
    String prefix = "/assets/" + fingerprint(files) + "/";
    files.forEach(
        (name, bytes) -> {
          Matcher page = PAGE_ENDING.matcher('/' + name);
          if (page.find()) {
            byPath.put(page.replaceFirst(""), page(new String(bytes, UTF_8), prefix));
          } else {
            byPath.put(
                prefix + name, new StaticFile(contentType(name), CACHE_FOR_GOOD, constant(bytes)));
          }
        });
  }

  private static StaticFile page(String html, String prefix) {
    byte[] complete = html.replace("\"/assets/", '"' + prefix).getBytes(UTF_8);
    return new StaticFile("text/html; charset=utf-8", "no-store", constant(complete));
  }

  /** Reads the client from the class path. */
  static Assets load() {
    Map<String, byte[]> files = new TreeMap<>();
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
          files.put(
              entry.getName().substring(ROOT.length()), jar.getInputStream(entry).readAllBytes());
        }
      }
    }
  }

  private static String fingerprint(Map<String, byte[]> files) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, bytes) -> {
            sha256.update(name.getBytes(UTF_8));
            sha256.update((byte) 0);
            sha256.update(bytes);
          });
      byte[] digest = java.util.Arrays.copyOf(sha256.digest(), FINGERPRINT_BYTES);
      return Base64.getUrlEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
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

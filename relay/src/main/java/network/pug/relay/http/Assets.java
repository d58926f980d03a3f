package network.pug.relay.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The browser client's files, byte for byte as they lie in the source, held in memory from the
 * start. Only the page is touched: its {@code /assets/} becomes {@code /assets/<fingerprint>/}, a
 * digest over all files, so that an asset's address changes with any of them and may be cached for
 * good. Immutable, and safe for any thread.
 */
final class Assets {
  private static final String ROOT = "network/pug/web/";
  private static final String PAGE = "index.html";
  private static final String CACHE_FOR_GOOD = "public, max-age=31536000, immutable";
  private static final int FINGERPRINT_BYTES = 9;
  private static final Map<String, String> CONTENT_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain; charset=utf-8");

  private final Map<String, ByteBuf> byPath = new HashMap<>();
  private final ByteBuf page;

  private Assets(Map<String, byte[]> files) {
    String prefix = "/assets/" + fingerprint(files) + "/";
    files.forEach((name, bytes) -> byPath.put(prefix + name, constant(bytes)));
    String source = new String(files.getOrDefault(PAGE, new byte[0]), StandardCharsets.UTF_8);
    page = constant(source.replace("\"/assets/", '"' + prefix).getBytes(StandardCharsets.UTF_8));
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

  /** The client's page, never cached. */
  Reply page() {
    return Reply.ok(contentType(PAGE), "no-store", page.duplicate());
  }

  /** Whether there is an asset at this path. */
  boolean contains(String path) {
    return byPath.containsKey(path);
  }

  /** The asset at a path that is {@linkplain #contains contained}. */
  Reply get(String path) {
    return Reply.ok(
        contentType(path),
        CACHE_FOR_GOOD,
        byPath.getOrDefault(path, Unpooled.EMPTY_BUFFER).duplicate());
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
            sha256.update(name.getBytes(StandardCharsets.UTF_8));
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
    return Unpooled.unreleasableBuffer(
        Unpooled.directBuffer(bytes.length).writeBytes(bytes).asReadOnly());
  }
}

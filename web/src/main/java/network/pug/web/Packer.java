package network.pug.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Packs pages and what they need into a folder that is laid out as a relay serves it: pages where
 * their addresses are, all else under {@code assets/} and a fingerprint, which changes with any of
 * it. Beside each file lies its gzip form, if that is smaller. The same sources give the same
 * bytes.
 */
public final class Packer {
  private static final List<String> AS_THEY_LIE = List.of("img", "vendor");
  private static final int FINGERPRINT_BYTES = 9;

  /** What must come first in a style sheet, and would not in a joined one. */
  private static final Pattern FIRST_ALONE = Pattern.compile("@(?:charset|import|namespace)\\b");

  /** What explains a style sheet is a fifth of its size; who compares it has the source. */
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/\\s*");

  private final Path web;
  private final Map<Path, byte[]> assets = new TreeMap<>();

  private Packer(Path web) {
    this.web = web;
  }

  /**
   * Packs.
   *
   * @param arguments the folder to write, which is emptied first; {@code web/}; the folder of the
   *     rendered documentation
   */
  public static void main(String[] arguments) throws IOException {
    try {
      pack(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    } catch (BrokenSourceException e) {
      System.err.println("[ERROR] " + e.getMessage());
      System.exit(1);
    }
  }

  static void pack(Path target, Path web, Path docs) throws IOException, BrokenSourceException {
    Packer packer = new Packer(web);
    Page client = packer.read(web, Path.of("index.html"), "main");
    List<Page> documentation = new ArrayList<>();
    for (Path file : filesIn(docs)) {
      documentation.add(packer.read(docs, file, "docs"));
    }
    Joiner.join(web, packer.existing(client, client.script()))
        .forEach((path, text) -> packer.assets.put(path, text.getBytes(UTF_8)));
    for (String folder : AS_THEY_LIE) {
      for (Path file : filesIn(web.resolve(folder))) {
        Path path = Path.of(folder).resolve(file);
        packer.assets.put(path, Files.readAllBytes(web.resolve(path)));
      }
    }
    packer.write(target, client, documentation);
  }

  /** A page with its style sheets joined into one of that name. */
  private Page read(Path folder, Path path, String style)
      throws IOException, BrokenSourceException {
    Page page = new Page(Source.read(folder, path));
    StringBuilder joined = new StringBuilder();
    for (Path sheet : page.styles()) {
      Source source = Source.read(web, existing(page, sheet));
      Matcher rule = FIRST_ALONE.matcher(source.text());
      if (rule.find()) {
        throw source.fault(rule.start(), rule.group() + " has no effect in a joined style sheet");
      }
      String rules = COMMENT.matcher(source.text()).replaceAll("");
      joined.append("/* ").append(sheet).append(" */\n").append(rules).append('\n');
    }
    Path sheet = Path.of("css", style + ".css");
    byte[] bytes = joined.toString().getBytes(UTF_8);
    byte[] other = assets.putIfAbsent(sheet, bytes);
    if (other != null && !Arrays.equals(bytes, other)) {
      throw page.source().fault(0, "links other style sheets than the page before");
    }
    return page.withStyle(sheet);
  }

  /** A file that a page refers to. */
  private Path existing(Page page, Path file) throws BrokenSourceException {
    if (!Files.isRegularFile(web.resolve(file))) {
      throw page.missing(file);
    }
    return file;
  }

  private void write(Path target, Page client, List<Page> documentation)
      throws IOException, BrokenSourceException {
    String fingerprint = fingerprint();
    Map<Path, byte[]> site = new TreeMap<>();
    assets.forEach((path, bytes) -> site.put(Path.of("assets", fingerprint).resolve(path), bytes));
    site.put(Path.of("index.html"), client.at("", fingerprint, assets.keySet()).getBytes(UTF_8));
    site.put(
        Path.of("r/room.html"), client.at("../", fingerprint, assets.keySet()).getBytes(UTF_8));
    for (Page page : documentation) {
      site.put(
          Path.of("docs").resolve(page.source().path()),
          page.at("../", fingerprint, assets.keySet()).getBytes(UTF_8));
    }
    empty(target);
    for (Map.Entry<Path, byte[]> file : site.entrySet()) {
      Path path = target.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
      byte[] compressed = gzip(file.getValue());
      if (compressed.length < file.getValue().length) {
        Files.write(path.resolveSibling(path.getFileName() + ".gz"), compressed);
      }
    }
  }

  private String fingerprint() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      assets.forEach(
          (path, bytes) -> {
            sha256.update((path + " " + bytes.length + "\n").getBytes(UTF_8));
            sha256.update(bytes);
          });
      byte[] digest = Arrays.copyOf(sha256.digest(), FINGERPRINT_BYTES);
      return Base64.getUrlEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The gzip form (RFC 1952), without a time. */
  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(compressed) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(bytes);
    }
    return compressed.toByteArray();
  }

  /** Every file in a folder, seen from there, in order. */
  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}

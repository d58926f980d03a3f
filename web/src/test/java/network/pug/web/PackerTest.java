package network.pug.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackerTest {
  private static final String PAGE =
      """
      <link rel="icon" href="/assets/img/mark.svg">
        <link rel="stylesheet" href="/assets/css/b.css">
        <link rel="stylesheet" href="/assets/css/a.css">
      <script type="module" src="/assets/js/main.js"></script>
      <a href="/">Home</a> <a href="/docs/">Docs</a> <a href="#here">Here</a>
      """;
  private static final String DOC =
      """
          <link rel="stylesheet" href="/assets/css/a.css">
      <a href="../">Home</a> <a href="faq#why">Why</a> <a href="https://example.org/">There</a>
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeSources() throws IOException {
    write("web/index.html", PAGE);
    write("web/css/a.css", "/* Says\n   why. */\na {}\n");
    write("web/css/b.css", "b {}\n");
    write("web/js/main.js", "import { text } from './text.js';\nalert(text);\n");
    write("web/js/text.js", "export const text = '" + "long ".repeat(99) + "';\n");
    write("web/img/mark.svg", "<svg/>");
    write("web/vendor/LICENSE", "Free.\n");
    write("docs/faq.html", DOC);
    write("docs/index.html", DOC);
  }

  @Test
  void theFolderIsLaidOutByAddress() throws Exception {
    Map<String, byte[]> site = pack();
    String assets = "assets/" + fingerprint(site);
    assertEquals(
        Set.of(
            "index.html",
            "r/room.html",
            "docs/faq.html",
            "docs/index.html",
            assets + "/css/main.css",
            assets + "/css/docs.css",
            assets + "/img/mark.svg",
            assets + "/js/main.js",
            assets + "/vendor/LICENSE"),
        Set.copyOf(site.keySet().stream().filter(name -> !name.endsWith(".gz")).toList()));
  }

  @Test
  void thePageIsSeenFromTheFirstPageAndFromARoom() throws Exception {
    Map<String, byte[]> site = pack();
    String page =
        """
        <link rel="icon" href="ROOTassets/FINGERPRINT/img/mark.svg">
            <link rel="stylesheet" href="ROOTassets/FINGERPRINT/css/main.css">
        <script type="module" src="ROOTassets/FINGERPRINT/js/main.js"></script>
        <a href="HOME">Home</a> <a href="ROOTdocs/">Docs</a> <a href="#here">Here</a>
        """
            .replace("FINGERPRINT", fingerprint(site));
    assertEquals(page.replace("ROOT", "").replace("HOME", "./"), text(site, "index.html"));
    assertEquals(page.replace("ROOT", "../").replace("HOME", "../"), text(site, "r/room.html"));
  }

  @Test
  void aPageOfTheDocumentationHasASheetOfItsOwn() throws Exception {
    Map<String, byte[]> site = pack();
    String link = "href=\"../assets/" + fingerprint(site) + "/css/docs.css\"";
    assertEquals(DOC.replace("href=\"/assets/css/a.css\"", link), text(site, "docs/faq.html"));
  }

  @Test
  void styleSheetsAreJoinedInTheOrderOfTheirLinks() throws Exception {
    Map<String, byte[]> site = pack();
    assertEquals(
        """
        /* css/b.css */
        b {}

        /* css/a.css */
        a {}

        """,
        text(site, "assets/" + fingerprint(site) + "/css/main.css"));
  }

  @Test
  void whatIsSmallerCompressedIsThereCompressedToo() throws Exception {
    Map<String, byte[]> site = pack();
    String main = "assets/" + fingerprint(site) + "/js/main.js";
    byte[] gzip = site.getOrDefault(main + ".gz", new byte[0]);
    String text = text(site, main);
    assertTrue(gzip.length < text.length());
    assertArrayEquals(
        text.getBytes(UTF_8), new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes());
  }

  @Test
  void theSameSourcesGiveTheSameBytes() throws Exception {
    Map<String, byte[]> one = pack();
    Map<String, byte[]> two = pack();
    assertEquals(one.keySet(), two.keySet());
    one.forEach((name, bytes) -> assertArrayEquals(bytes, two.get(name), name));
  }

  @ParameterizedTest
  @CsvSource({
    "web/js/text.js, export const text = 1;",
    "web/css/a.css, a {} a {}",
    "web/img/mark.svg, <svg></svg>",
    "web/img/more.svg, <svg/>",
    "web/vendor/LICENSE, Freer."
  })
  void anyChangeChangesTheFingerprintAndLeavesNothingOfBefore(String file, String text)
      throws Exception {
    String before = fingerprint(pack());
    write(file, text);
    assertNotEquals(before, fingerprint(pack()));
  }

  @ParameterizedTest
  @CsvSource({
    "web/css/a.css, @import 'b.css';, web/css/a.css:1: @import has no effect",
    "web/css/a.css, a {} @charset 'x';, web/css/a.css:1: @charset has no effect",
    "web/index.html, no module, web/index.html:1: begins with no module",
    "docs/faq.html, no sheet, docs/index.html:1: links other style sheets",
  })
  void whatCannotBePackedIsNamed(String file, String text, String fault) throws Exception {
    write(file, text);
    assertFault(fault);
  }

  @ParameterizedTest
  @CsvSource({"img/mark.svg, 1", "css/b.css, 2", "css/a.css, 3", "js/main.js, 4"})
  void whatThePageRefersToAndIsNotThereIsNamedWithItsLine(String asset, int line)
      throws IOException {
    Files.delete(folder.resolve("web").resolve(asset));
    assertFault("web/index.html:" + line + ": there is no " + asset);
  }

  @Test
  void textThatIsNotUtf8IsNamed() throws Exception {
    Files.write(folder.resolve("web/js/text.js"), new byte[] {'/', '/', (byte) 0xe4});
    assertFault("web/js/text.js:1: is not UTF-8");
  }

  private void assertFault(String fault) {
    String message =
        String.valueOf(assertThrows(BrokenSourceException.class, this::pack).getMessage());
    assertTrue(message.startsWith(folder + "/" + fault), message);
  }

  private Map<String, byte[]> pack() throws IOException, BrokenSourceException {
    Packer.pack(folder.resolve("site"), folder.resolve("web"), folder.resolve("docs"));
    return site();
  }

  private Map<String, byte[]> site() throws IOException {
    Path root = folder.resolve("site");
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** The one name under which all assets are. */
  private static String fingerprint(Map<String, byte[]> site) {
    Set<String> names =
        site.keySet().stream()
            .filter(name -> name.startsWith("assets/"))
            .map(name -> name.split("/", 3)[1])
            .collect(Collectors.toSet());
    assertEquals(1, names.size(), names::toString);
    return names.iterator().next();
  }

  private static String text(Map<String, byte[]> site, String name) {
    return new String(site.getOrDefault(name, new byte[0]), UTF_8);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

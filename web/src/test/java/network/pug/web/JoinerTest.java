package network.pug.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoinerTest {
  private static final Path MAIN = Path.of("js/main.js");

  private static final Pattern MODULE =
      Pattern.compile(
          "\\$\\['(.+)'] = \\(\\(\\) => \\{\n((?s:.*?))\nreturn \\{.*};\n}\\)\\(\\);\n");
  private static final Pattern MAY_DIFFER =
      Pattern.compile("^import |^export |^} from |^  \\w+ as |import\\(['`]|new URL\\('");

  @TempDir private Path web;

  @Test
  void aModuleIsVerbatimButForItsImportsAndExports() throws Exception {
    write(
        "js/main.js",
        """
        /** Says where `import x from 'y'` stands. */
        import { a, b as c } from './views/b.js';

        // export nothing
        export const text = `${a(c)} import`;
        """);
    write(
        "js/views/b.js",
        """
        export function a(x) {
          return x;
        }

        /** @type {import('../main.js').Text} */
        export const b = 1;
        export class C {}
        export async function d() {
          await a(b);
        }
        """);
    assertEquals(
        """
        // Modules of web/ in one file: each as it lies there but for its imports and exports.
        const $ = {};

        $['js/views/b.js'] = (() => {
        function a(x) {
          return x;
        }

        /** @type {import('../main.js').Text} */
        const b = 1;
        class C {}
        async function d() {
          await a(b);
        }
        return { a, b, C, d };
        })();

        $['js/main.js'] = (() => {
        /** Says where `import x from 'y'` stands. */
        const { a, b: c } = $['js/views/b.js'];

        // export nothing
        const text = `${a(c)} import`;
        return { text };
        })();
        export const { text } = $['js/main.js'];
        """,
        join().get(MAIN));
  }

  @Test
  void anImportOfManyLinesKeepsThem() throws Exception {
    write("js/main.js", "import {\n  a,\n  b as c,\n} from './b.js';\nimport './c.js';\n");
    write("js/b.js", "export const a = 1;\nexport const b = 2;\n");
    write("js/c.js", "globalThis.c = 3;\n");
    assertContains(MAIN, "\nconst {\n  a,\n  b: c,\n} = $['js/b.js'];\n$['js/c.js'];\n");
  }

  @Test
  void modulesComeBehindWhatTheyImportAndOnce() throws Exception {
    write("js/main.js", "import { a } from './a.js';\nimport { c } from './c.js';\na(c);\n");
    write("js/a.js", "import { b } from './b.js';\nexport const a = (x) => [b, x];\n");
    write("js/b.js", "import { c } from './c.js';\nexport const b = c;\n");
    write("js/c.js", "export const c = 1;\n");
    assertEquals(
        List.of("js/c.js", "js/b.js", "js/a.js", "js/main.js"),
        Pattern.compile("(?m)^\\$\\['(.*)'] = ")
            .matcher(join().getOrDefault(MAIN, ""))
            .results()
            .map(found -> found.group(1))
            .toList());
  }

  @Test
  void whatIsLoadedLaterIsAFileOfItsOwnSeenFromTheJoinedOne() throws Exception {
    write("js/main.js", "import { view } from './views/view.js';\nview();\n");
    write(
        "js/views/view.js",
        """
        const WORKER = new URL('../worker.js', import.meta.url);
        const HERE = String(import.meta.url);
        export async function view() {
          await import('../words/de.js');
          await later((again) => import(`../words/fr.js${again}`));
          return [new Worker(WORKER), HERE];
        }
        """);
    write("js/worker.js", "import { view } from './search.js';\nview();\n");
    write("js/search.js", "export const view = () => {};\n");
    write("js/words/de.js", "export const words = { import: 'ein' };\n");
    write("js/words/fr.js", "export const words = { import: 'un' };\n");
    Map<Path, String> files = join();
    assertEquals(
        Set.of(MAIN, Path.of("js/worker.js"), Path.of("js/words/de.js"), Path.of("js/words/fr.js")),
        files.keySet());
    assertContains(MAIN, "new URL('./worker.js', import.meta.url)");
    assertContains(MAIN, "await import('./words/de.js')");
    assertContains(MAIN, "import(`./words/fr.js${again}`)");
    assertContains(Path.of("js/worker.js"), "$['js/search.js'] = ");
  }

  @Test
  void whatImportsNoneOfOursIsServedAsItLies() throws Exception {
    String qr = "import { encode } from '../vendor/qr.js';\nexport const qr = encode;\n";
    write("js/main.js", "addEventListener('load', () => import('./qr.js'));\n");
    write("js/qr.js", qr);
    write("vendor/qr.js", "export default 1;\n");
    assertEquals(qr, join().get(Path.of("js/qr.js")));
    assertEquals(Files.readString(web.resolve(MAIN)), join().get(MAIN));
  }

  @Test
  void aWorkerMayHaveWhatThePageHas() throws Exception {
    write(
        "js/main.js",
        """
        import { a } from './a.js';
        a(new URL('./worker.js', import.meta.url));
        """);
    write("js/worker.js", "import { a } from './a.js';\na();\n");
    write("js/a.js", "export function a() {}\n");
    assertContains(MAIN, "function a() {}");
    assertContains(Path.of("js/worker.js"), "function a() {}");
  }

  /** A second line of the page's module, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "import a from './a.js'; | neither import { name",
        "import a, { b } from './a.js'; | neither import { name",
        "import { a } from \"./a.js\"; | neither import { name",
        "import { a } from './a.js' | neither import { name",
        "import { 'a' as b } from './a.js'; | neither import { name",
        "import { a } from './a.js' with { type: 'json' }; | neither import { name",
        "import(name); | neither import { name",
        "import(`./a.js`); | neither import { name",
        "import.meta.resolve('./a.js'); | neither import { name",
        "import { a } from 'a'; | neither import { name",
        "import { a } from '/js/a.js'; | neither import { name",
        "import { a } from './a'; | neither import { name",
        "import { a } from './none.js'; | there is no js/none.js",
        "import { a } from '../a.js'; | neither in js/ nor in vendor/",
        "import { b } from './a.js'; | js/a.js does not export b",
        "import { a as b, b as a } from './a.js'; | js/a.js does not export b",
        "import { m } from './main.js'; | a cycle of imports",
        "import { back } from './back.js'; | js/back.js:1: a cycle of imports",
        "import('./views/late.js'); | js/views/late.js:1: what imports others",
        "export default 1; | neither import { name",
        "export let a = 1; | neither import { name",
        "export const { a } = b; | neither import { name",
        "export { a }; | neither import { name",
        "export * from './a.js'; | neither import { name",
      })
  void whatCannotBeJoinedIsNamedWithFileAndLine(String code, String fault) throws Exception {
    write("a.js", "export const a = 1;\n");
    write("vendor/qr.js", "export const qr = 1;\n");
    write("js/a.js", "export const a = 1;\n");
    write("js/back.js", "import { m } from './main.js';\nexport const back = m;\n");
    write("js/late.js", "import { a } from './a.js';\nexport const late = a;\n");
    write("js/views/late.js", "import { b } from './b.js';\nexport const late = b;\n");
    write("js/views/b.js", "export const b = 1;\n");
    write("js/main.js", "// The first line.\n" + code + "\n");
    String message =
        String.valueOf(assertThrows(BrokenSourceException.class, this::join).getMessage());
    String file = fault.contains(".js:") ? "" : "js/main.js:2: ";
    assertTrue(message.startsWith(web + "/" + file), message);
    assertTrue(message.contains(fault), message);
  }

  @ParameterizedTest
  @CsvSource({"a, js/a.js", "late, js/a.js"})
  void aModuleThatWouldBeInTwoFilesIsAFault(String loaded, String twice) throws Exception {
    write("js/a.js", "export const a = 1;\n");
    write("js/late.js", "import { a } from './a.js';\nexport const late = a;\n");
    write(
        "js/main.js",
        "import { a } from './a.js';\na(() => import('./%s.js'));\n".formatted(loaded));
    String message =
        String.valueOf(assertThrows(BrokenSourceException.class, this::join).getMessage());
    assertTrue(message.startsWith(web + "/" + twice + ":1: would be both in"), message);
  }

  @Test
  void vendoredCodeIsImportedByWhatIsLoadedLaterAlone() throws Exception {
    write("vendor/qr.js", "export const qr = 1;\n");
    write("js/a.js", "export const a = 1;\n");
    write(
        "js/main.js",
        "import { a } from './a.js';\nimport { qr } from '../vendor/qr.js';\na(qr);\n");
    String message =
        String.valueOf(assertThrows(BrokenSourceException.class, this::join).getMessage());
    assertTrue(message.startsWith(web + "/js/main.js:2: vendored"), message);
  }

  @Test
  void theModulesOfThisClientAreVerbatimToo() throws Exception {
    Path client = Path.of("").toAbsolutePath();
    String joined = String.join("", Joiner.join(client, MAIN).values());
    Matcher module = MODULE.matcher(joined);
    int count = 0;
    for (; module.find(); count++) {
      List<String> source = Files.readAllLines(client.resolve(module.group(1)));
      List<String> served = module.group(2).lines().toList();
      assertEquals(source.size(), served.size(), module.group(1));
      for (int i = 0; i < source.size(); i++) {
        if (!MAY_DIFFER.matcher(source.get(i)).find()) {
          assertEquals(source.get(i), served.get(i));
        }
      }
    }
    assertEquals(joined.split("\n}\\)\\(\\);\n", -1).length - 1, count);
    assertTrue(count > 20);
  }

  private void assertContains(Path file, String part) throws Exception {
    String text = join().getOrDefault(file, "");
    assertTrue(text.contains(part), text);
  }

  private Map<Path, String> join() throws IOException, BrokenSourceException {
    return Joiner.join(web, MAIN);
  }

  private void write(String path, String text) throws IOException {
    Path file = web.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}

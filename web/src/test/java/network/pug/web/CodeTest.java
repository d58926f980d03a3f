package network.pug.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
  private static Source source(String text) {
    return new Source(Path.of("web"), Path.of("js/a.js"), text);
  }

  /** Here a hash stands for every character that must not count as code. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "a; // import b | a; ###########",
        "a /* import */ b | a ############ b",
        "f('a', \"b\") | f('#', \"#\")",
        "'it\\'s' + x | '#####' + x",
        "`a` + x | `#` + x",
        "`a ${b} c` + x | `###{b}##` + x",
        "`${ { k: `${v}` } }` + x | `#{ { k: `#{v}` } }` + x",
        "`\\` ${b}` + x | `####{b}` + x",
        "/['\"`]/.test(x) | /#####/.test(x)",
        "x = /[/]'/g, y | x = /####/g, y",
        "return /'/.exec(x) | return /#/.exec(x)",
        "f(/\\/'/) | f(/###/)",
        "(a) / 'b' / c | (a) / '#' / c",
        "a[0] / b / 'c' | a[0] / b / '#'",
        "a.return / 'b' | a.return / '#'",
        "a / 2 / 'b' | a / 2 / '#'",
      })
  void whatIsNoCodeBecomesSpace(String text, String expected) throws BrokenSourceException {
    assertEquals(expected.replace('#', ' '), Code.of(source(text)));
  }

  @Test
  void linesStayWhereTheyAre() throws BrokenSourceException {
    assertEquals("a\n    \n   b;`\n `", Code.of(source("a\n/* x\n*/ b;`\nx`")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\n'b\n'", "a\n`b", "a\n/* b", "a\nx = /b\n/", "a\n`${b`", "a\n}"})
  void whatDoesNotEndIsAFault(String text) {
    var fault = assertThrows(BrokenSourceException.class, () -> Code.of(source(text)));
    assertTrue(String.valueOf(fault.getMessage()).contains("web/js/a.js:2: "), fault::toString);
  }
}

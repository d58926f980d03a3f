package network.pug.web;

import java.util.regex.Pattern;

/**
 * Tells code from what only looks like it. The code of a module is its text with spaces in place of
 * comments and of what stands in strings, templates and regular expressions, so that each offset
 * and line end stays where it is.
 */
final class Code {
  /** Behind these a slash begins a regular expression; behind all else it divides. */
  private static final Pattern BEFORE_REGEX =
      Pattern.compile(
          "(?:^|[^\\w$)\\]}'\"`\\s/]|(?<![\\w$.])(?:return|typeof|case|in|of|throw|void|await|yield))\\s*$");

  private final Source source;
  private final String text;
  private final StringBuilder code;
  private int at;

  private Code(Source source) {
    this.source = source;
    this.text = source.text();
    this.code = new StringBuilder(text);
  }

  static String of(Source source) throws BrokenSourceException {
    Code reader = new Code(source);
    reader.readCode();
    if (reader.at < source.text().length()) {
      throw source.fault(reader.at, "a closing brace without its opening one");
    }
    return reader.code.toString();
  }

  /** Reads to the end, or to the brace that closes what was open before. */
  private void readCode() throws BrokenSourceException {
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        blank(at, end < 0 ? text.length() : end);
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw source.fault(at, "a comment without its end");
        }
        blank(at, end + 2);
      } else if (c == '\'' || c == '"') {
        readLiteral(c);
      } else if (c == '`') {
        readTemplate();
      } else if (c == '/' && BEFORE_REGEX.matcher(code.substring(lineBefore(), at)).find()) {
        readLiteral(c);
      } else {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth < 0) {
          return;
        }
        at++;
      }
    }
  }

  /** Where the last line begins that holds code in front of here: far enough to look back. */
  private int lineBefore() {
    int last = at;
    while (last > 0 && Character.isWhitespace(code.charAt(last - 1))) {
      last--;
    }
    return code.lastIndexOf("\n", last) + 1;
  }

  /** A string, or a regular expression, in whose classes a slash is just a slash. */
  private void readLiteral(char quote) throws BrokenSourceException {
    int start = at++;
    boolean inClass = false;
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      if (c == quote && !inClass) {
        blank(start + 1, at);
        at++;
        return;
      }
      inClass = quote == '/' && (c == '[' || (inClass && c != ']'));
      at += c == '\\' ? 2 : 1;
    }
    throw source.fault(start, "a string or regular expression without its end");
  }

  private void readTemplate() throws BrokenSourceException {
    int start = at++;
    int from = at;
    while (at < text.length()) {
      if (text.charAt(at) == '`') {
        blank(from, at);
        at++;
        return;
      }
      if (text.startsWith("${", at)) {
        blank(from, at + 1);
        at++;
        readCode();
        from = ++at;
      } else {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
    }
    throw source.fault(start, "a template without its end");
  }

  private void blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (code.charAt(i) != '\n') {
        code.setCharAt(i, ' ');
      }
    }
    at = to;
  }
}

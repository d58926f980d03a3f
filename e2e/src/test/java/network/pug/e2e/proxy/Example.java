package network.pug.e2e.proxy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pug.e2e.cli.Pugnetwork;

/** A configuration of {@code deploy/}, with some of it put another way. */
public final class Example {
  private static final Pattern COMMAND = Pattern.compile("\\./pugnetwork (--.*)");

  private String text;

  private Example(String text) {
    this.text = text;
  }

  /** Reads one. */
  public static Example of(String name) throws IOException {
    return new Example(Files.readString(Pugnetwork.ROOT.resolve("deploy").resolve(name)));
  }

  /** The flags that it tells to start the relay with. */
  List<String> flags() {
    Matcher command = COMMAND.matcher(text);
    assertTrue(command.find(), "it does not say how to start the relay");
    return List.of(command.group(1).split(" "));
  }

  /** Puts every occurrence of something, of which there must be one, another way. */
  Example with(String old, String other) {
    assertTrue(text.contains(old), () -> old + " in " + text);
    text = text.replace(old, other);
    return this;
  }

  /** The first group of a pattern that it must match somewhere. */
  String find(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), () -> pattern + " in " + text);
    return matcher.group(1);
  }

  @Override
  public String toString() {
    return text;
  }
}

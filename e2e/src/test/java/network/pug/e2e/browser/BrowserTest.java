package network.pug.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import network.pug.e2e.cli.Pugnetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A relay for all tests of a class, and people who come and go with each test. A test fails when
 * one of their browsers had something to complain about.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

  @RegisterExtension static final ParameterResolver CHROMIUM = new OneChromium();

  private final Pugnetwork relay;
  private final List<Person> people = new ArrayList<>();
  final URI home;
  private Chromium chromium;

  /**
   * Starts the relay.
   *
   * @param flags of the relay, besides those for a free port and little work
   */
  BrowserTest(String... flags) throws IOException {
    ProcessBuilder command = Pugnetwork.command("--port=0", "--pow-difficulty=6");
    command.command().addAll(List.of(flags));
    relay = Pugnetwork.start(command);
    home = relay.listening();
  }

  @BeforeAll
  void use(Chromium chromium) {
    this.chromium = chromium;
  }

  /** Another person, at a browser of their own. */
  Person person() {
    return person(new Browser.NewContextOptions());
  }

  Person person(Browser.NewContextOptions options) {
    return person(options, home);
  }

  /** A person who finds the relay at another address. */
  Person person(Browser.NewContextOptions options, URI home) {
    Person person = new Person(chromium.newContext(options), home);
    people.add(person);
    return person;
  }

  /** Somebody whose browser lets pages use the clipboard. */
  Person personWithClipboard() {
    return person(
        new Browser.NewContextOptions()
            .setPermissions(List.of("clipboard-read", "clipboard-write")));
  }

  /** A screen on which nothing moves: a colour on its way to another one is no finding. */
  static Browser.NewContextOptions motionless(int width, int height) {
    return new Browser.NewContextOptions()
        .setReducedMotion(ReducedMotion.REDUCE)
        .setViewportSize(width, height);
  }

  /** A link without its key. */
  static String addressOf(String link) {
    return link.substring(0, link.indexOf('#'));
  }

  /** What stands behind the {@code #} of a link. */
  static String keyOf(String link) {
    return link.substring(link.indexOf('#') + 1);
  }

  @AfterEach
  void everybodyLeaves() {
    people.forEach(Person::close);
    try {
      people.forEach(Person::assertNothingToComplainAbout);
    } finally {
      people.clear();
    }
  }

  @AfterAll
  void stopRelay() {
    relay.close();
  }

  /** Starts Chromium for the first class that asks, and ends it with the test run. */
  private static final class OneChromium implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(Chromium.class, key -> new Chromium(), Chromium.class);
    }
  }
}

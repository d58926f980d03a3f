package network.pug.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one Chromium of a test run, which can reach this machine alone. */
final class Chromium implements AutoCloseable {

  /** A host name that leads to 127.0.0.1, without being what browsers call a secure context. */
  static final String PLAIN_HOST = "plain.example";

  /** How long an action may take, and what is expected may be on its way. */
  private static final double PATIENCE_MS = 15_000;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(executable())
                  .setChromiumSandbox(false)
                  .setArgs(
                      List.of(
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync",
                          "--js-flags=--heap-snapshot-string-limit=" + Integer.MAX_VALUE,
                          "--host-resolver-rules=MAP "
                              + PLAIN_HOST
                              + " 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")));

  Chromium() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
  }

  /** A context of its own shares neither storage nor cache nor connections with the others. */
  BrowserContext newContext(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  }

  private static Path executable() {
    List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator, -1));
    return Stream.of("chromium", "google-chrome")
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no Chromium on PATH: install chromium"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

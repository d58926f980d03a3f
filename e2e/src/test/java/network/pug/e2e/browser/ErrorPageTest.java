package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who goes to an address that does not exist is told so, and led on. */
class ErrorPageTest extends BrowserTest {

  ErrorPageTest() throws IOException {
    super("--base-path=/chat");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,320", "DARK,320"})
  void aMissingPageLeadsToTheHomePage(ColorScheme theme, int width) {
    URI base = home.resolve("/chat");
    Person alice =
        person(
            new Browser.NewContextOptions().setColorScheme(theme).setViewportSize(width, 700),
            base);
    alice.expectComplaints("404").open(base + "/no/such/page");
    assertThat(alice.role(AriaRole.HEADING, "Page not found")).isVisible();
    assertThat(alice.page).hasTitle("Page not found · Pug Network");
    assertEquals(List.of(), Axe.findings(alice.page));
    assertEquals(width, alice.page.evaluate("document.documentElement.scrollWidth"));
    alice.role(AriaRole.LINK, "Go to the home page").click();
    assertThat(alice.button("Create room")).isEnabled();
    assertEquals(base + "/", alice.page.url());
  }
}

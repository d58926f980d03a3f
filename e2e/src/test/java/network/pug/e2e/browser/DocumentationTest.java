package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DocumentationTest extends BrowserTest {

  DocumentationTest() throws IOException {}

  @Test
  void everyPageOfTheNavigationOpensAtAnyWidth() {
    Person alice = person(new Browser.NewContextOptions().setViewportSize(320, 568));
    alice.open(home + "/docs/");
    Set<String> pages = new TreeSet<>();
    for (Locator link : alice.page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK).all()) {
      pages.add(String.valueOf(link.evaluate("({ href }) => href")));
    }
    assertTrue(pages.size() > 5, pages::toString);

    for (String page : pages) {
      Response response = alice.page.navigate(page);
      assertEquals(200, response.status(), page);
      assertThat(alice.page.getByRole(AriaRole.HEADING).first()).isVisible();
      assertEquals(
          0,
          alice.page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth"),
          page);
    }
  }
}

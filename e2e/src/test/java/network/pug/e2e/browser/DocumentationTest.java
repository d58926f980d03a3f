package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documentation as somebody reads it; what a relay answers is tested beside the relay. */
class DocumentationTest extends BrowserTest {

  private static final String[] PAGES = {
    "What it is",
    "How it compares",
    "FAQ",
    "Architecture",
    "Trust model",
    "What a seized server holds",
    "Room lifecycle",
    "Protocol",
    "What it is not",
    "Run it",
    "Operate it",
    "Command reference",
    "How fast it is",
    "A relay under churn",
    "Under attack",
    "Report a vulnerability",
  };

  DocumentationTest() throws IOException {}

  @Test
  void onASmallScreenTheNavigationOpensOnDemand() {
    Person alice = reader(ColorScheme.LIGHT, 360);
    Locator links = navigation(alice, "Documentation").getByRole(AriaRole.LINK);
    assertThat(links).hasCount(0);
    alice.page.getByText("All pages").click();
    assertThat(links).hasText(PAGES);
    links.getByText("Trust model").click();
    assertThat(heading(alice, 1)).hasText("Trust model");
  }

  @Test
  void onALargeScreenNavigationAndContentsAreOpen() {
    Person alice = reader(ColorScheme.LIGHT, 1280);
    assertThat(navigation(alice, "Documentation").getByRole(AriaRole.LINK)).hasText(PAGES);
    navigation(alice, "On this page").getByText("Four commitments").click();
    assertEquals("four-commitments", URI.create(alice.page.url()).getFragment());
  }

  @Test
  void nextLeadsThroughAllPagesAndPreviousBack() {
    Person alice = reader(ColorScheme.LIGHT, 1280);
    Locator turn = navigation(alice, "Previous and next page").getByRole(AriaRole.LINK);
    Locator here = alice.page.locator("[aria-current=page]");
    for (String page : PAGES) {
      assertThat(here).hasText(page);
      turn.last().click();
    }
    for (int i = PAGES.length - 2; i >= 0; i--) {
      assertThat(here).hasText(PAGES[i]);
      turn.first().click();
    }
  }

  @Test
  void everyPageHasItsOwnDescriptionOneTitleOrderlyHeadingsAndNoScript() {
    Person alice = reader(ColorScheme.LIGHT, 320);
    Set<String> descriptions = new HashSet<>();
    for (String page : pages(alice)) {
      alice.open(page);
      assertThat(heading(alice, 1)).isVisible();
      assertEquals(
          List.of(),
          alice.page.evaluate(
              """
              Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6'))
                .filter((heading, i, all) => i === 0
                  ? heading.tagName !== 'H1'
                  : heading.tagName === 'H1' || heading.tagName[1] - all[i - 1].tagName[1] > 1)
                .map((heading) => heading.textContent)
              """),
          page);
      assertEquals(0, alice.page.evaluate("document.scripts.length"), page);
      descriptions.add(alice.page.locator("meta[name=description]").getAttribute("content"));
    }
    assertEquals(PAGES.length, descriptions.size());
    assertFalse(descriptions.contains(""));
  }

  @Test
  void everyLinkLeadsToAPageAndToASectionOfIt() {
    Person alice = reader(ColorScheme.LIGHT, 1280);
    Set<String> links = new HashSet<>();
    Set<String> targets = new HashSet<>(Set.of(home + "/"));
    for (String page : pages(alice)) {
      assertEquals(200, alice.page.navigate(page).status(), page);
      links.addAll(all(alice, "a", "({ href }) => href"));
      targets.add(page);
      targets.addAll(all(alice, "[id]", "({ id }) => `${location.href}#${id}`"));
    }
    links.removeIf(link -> !link.startsWith(home.toString()) || targets.contains(link));
    assertEquals(Set.of(), links);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,320", "DARK,320"})
  void axeFindsNothingAndNothingIsWiderThanThePage(ColorScheme theme, int width) {
    Person alice = reader(theme, width);
    for (String page : pages(alice)) {
      alice.open(page);
      assertEquals(List.of(), Axe.findings(alice.page), page);
      assertEquals(0, alice.page.evaluate(LayoutTest.SIDEWAYS), page);
    }
  }

  @Test
  void theKeyboardSkipsToThePageAndScrollsWhatIsWide() {
    Person alice = reader(ColorScheme.LIGHT, 320);
    alice.open(home + "/docs/command-reference");
    alice.page.keyboard().press("Tab");
    assertThat(alice.role(AriaRole.LINK, "Skip to the page")).isFocused();
    alice.page.keyboard().press("Enter");
    assertThat(alice.page.getByRole(AriaRole.MAIN)).isFocused();

    Locator table = alice.role(AriaRole.GROUP, "Table: Flags");
    while (!table.evaluate("(element) => element === document.activeElement").equals(true)) {
      alice.page.keyboard().press("Tab");
    }
    alice.page.keyboard().press("ArrowRight");
    assertThat(table).not().hasJSProperty("scrollLeft", 0);
  }

  @Test
  void aSectionHasALinkToCopy() {
    Person alice = reader(ColorScheme.LIGHT, 1280);
    Locator link = alice.role(AriaRole.LINK, "Link to this section: No accounts");
    heading(alice, 3).getByText("No accounts").hover();
    assertThat(link).hasCSS("opacity", "1");
    link.click();
    assertEquals("no-accounts", URI.create(alice.page.url()).getFragment());
  }

  private Person reader(ColorScheme theme, int width) {
    return person(motionless(width, 720).setColorScheme(theme)).open(home + "/docs/");
  }

  private static Locator navigation(Person person, String name) {
    return person.role(AriaRole.NAVIGATION, name);
  }

  private static Locator heading(Person person, int level) {
    return person.page.locator("h" + level);
  }

  /** The addresses of all pages, by the navigation, open or not. */
  private static List<String> pages(Person person) {
    List<String> pages = all(person, "nav[aria-label=Documentation] a", "({ href }) => href");
    assertEquals(PAGES.length, pages.size());
    return pages;
  }

  /** What a function tells of each element that a selector finds. */
  @SuppressWarnings("unchecked")
  private static List<String> all(Person person, String selector, String function) {
    return (List<String>)
        person.page.locator(selector).evaluateAll("(found) => found.map(" + function + ")");
  }
}

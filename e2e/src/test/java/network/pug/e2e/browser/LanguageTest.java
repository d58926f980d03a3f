package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page speaks the reader's language, or the one that the reader chooses. */
class LanguageTest extends BrowserTest {

  private static final String WORDS = "**/words/*.js";

  LanguageTest() throws IOException {}

  @ParameterizedTest
  @CsvSource({
    "en-GB, en, ltr, Create room",
    "nl-NL, en, ltr, Create room",
    "de-AT, de, ltr, Raum erstellen",
    "fr-CA, fr, ltr, Créer un salon",
    "es-MX, es, ltr, Crear sala",
    "pt-BR, pt, ltr, Criar sala",
    "ar-EG, ar, rtl, إنشاء غرفة",
    "ja-JP, ja, ltr, ルームを作成",
  })
  void thePageSpeaksWhatTheBrowserPrefers(
      String preferred, String spoken, String direction, String createRoom) {
    Person alice = speaking(preferred).visit();
    assertThat(alice.button(createRoom)).isVisible();
    assertSpeaks(alice, spoken, direction);
  }

  @Test
  void wordsAreLoadedWhenTheyAreWantedAndOnce() {
    Person alice = person();
    List<String> loaded = new ArrayList<>();
    alice.page.onRequest(
        request -> {
          if (request.url().contains("/words/")) {
            loaded.add(request.url().replaceFirst(".*/", ""));
          }
        });
    alice.visit();
    assertThat(alice.button("Create room")).isEnabled();
    assertEquals(List.of(), loaded);

    alice.combobox("Language").selectOption("fr");
    assertThat(alice.button("Créer un salon")).isVisible();
    alice.combobox("Langue").selectOption("English");
    assertThat(alice.button("Create room")).isVisible();
    alice.combobox("Language").selectOption("Français");
    assertThat(alice.button("Créer un salon")).isVisible();
    assertEquals(List.of("fr.js"), loaded);
  }

  @Test
  void theSwitchOnTheFirstPageKeepsWhatWasChosenAndTyped() {
    Person alice = person().visit();
    alice.combobox("Participants").selectOption("4 people");
    alice.combobox("Room lifetime").selectOption("other");
    alice.role(AriaRole.SPINBUTTON, "Amount").fill("3");
    alice.textbox("Full link").fill("half a link");

    alice.combobox("Language").selectOption("Deutsch");

    assertSpeaks(alice, "de", "ltr");
    assertThat(alice.role(AriaRole.HEADING, "Ein Raum, der vergisst.")).isVisible();
    assertThat(selected(alice.combobox("Teilnehmende"))).hasText("4 Personen");
    assertThat(selected(alice.combobox("Dauer des Raums"))).hasText("Andere Dauer\u00a0…");
    assertThat(selected(alice.combobox("Einheit"))).hasText("Stunden");
    assertThat(alice.role(AriaRole.SPINBUTTON, "Anzahl")).hasValue("3");
    assertThat(alice.textbox("Vollständiger Link")).hasValue("half a link");
    assertThat(selected(alice.combobox("Sprache"))).hasText("Deutsch");

    alice.button("Raum erstellen").click();
    assertThat(alice.role(AriaRole.TIMER, "Restzeit")).containsText("2:59");
  }

  @Test
  void theSwitchInARoomKeepsTheConversationAndWhatIsTyped() {
    Person alice = person();
    Person bob = person().join(alice.createRoom());
    String name = alice.name();
    bob.say("Which language shall we speak?");
    alice.assertReads("Which language");
    alice.textbox("Message").fill("What about");

    alice.button("Settings").click();
    alice.combobox("Language").selectOption("العربية");
    assertSpeaks(alice, "ar", "rtl");
    assertThat(alice.button("حذف الغرفة")).isVisible();
    assertThat(alice.role(AriaRole.LIST, "الأعضاء")).containsText("\u2068" + name + "\u2069 (أنت)");
    alice.combobox("اللغة").selectOption("日本語");
    assertSpeaks(alice, "ja", "ltr");
    alice.page.keyboard().press("Escape");

    assertThat(alice.role(AriaRole.LIST, "メンバー")).containsText(name + "（自分）");
    assertThat(alice.role(AriaRole.LOG, "メッセージ")).containsText("Which language shall we speak?");
    assertThat(alice.textbox("メッセージ")).hasValue("What about");
    alice.textbox("メッセージ").fill("日本語はどうですか。");
    alice.button("送信").click();
    bob.assertReads("日本語はどうですか。");
    bob.leave();
    assertThat(alice.role(AriaRole.LOG, "メッセージ")).containsText("さんが退出しました。");
  }

  @Test
  void whatIsWrongIsToldInTheLanguageOfThePresent() throws Exception {
    try (Cable cable = new Cable(home.getPort())) {
      Person alice =
          person()
              .expectHost(cable.base().getAuthority())
              .expectComplaints("net::ERR_", "WebSocket connection");
      alice.open(cable.base() + "/");
      alice.button("Create room").click();
      alice.assertInRoom();
      alice.button("Settings").click();
      alice.combobox("Language").selectOption("Español");
      assertSpeaks(alice, "es", "ltr");
      cable.cut();
      alice.assertTold("Se perdió la conexión.");
      alice.combobox("Idioma").selectOption("English");
      alice.assertTold("The connection is lost.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, Create room, Settings, Purge room, Purge, This room is gone",
    "de, Raum erstellen, Einstellungen, Raum löschen, Löschen, Diesen Raum gibt es nicht mehr",
    "fr, Créer un salon, Réglages, Supprimer le salon, Supprimer, Ce salon n’existe plus",
    "es, Crear sala, Ajustes, Eliminar sala, Eliminar, Esta sala ya no existe",
    "pt, Criar sala, Opções, Apagar sala, Apagar, Esta sala já não existe",
    "ar, إنشاء غرفة, الإعدادات, حذف الغرفة, حذف, لم تعد هذه الغرفة موجودة",
    "ja, ルームを作成, 設定, ルームを消去, 消去, このルームはもうありません",
  })
  void everyLanguageFitsASmallTelephoneAndAxeFindsNothing(
      String language,
      String createRoom,
      String settings,
      String purgeRoom,
      String purge,
      String gone) {
    Person alice = person(motionless(320, 640).setLocale(language));
    alice.visit();
    assertThat(alice.button(createRoom)).isEnabled();
    assertFitsAndIsAccessible(alice, "home");

    alice.button(createRoom).click();
    assertThat(alice.button(purgeRoom)).isVisible();
    assertFitsAndIsAccessible(alice, "alone in a room");
    alice.button(settings).click();
    assertThat(alice.role(AriaRole.DIALOG, settings)).isVisible();
    assertFitsAndIsAccessible(alice, "settings");
    alice.page.keyboard().press("Escape");

    alice.button(purgeRoom).click();
    assertThat(alice.page.getByRole(AriaRole.DIALOG)).isVisible();
    assertFitsAndIsAccessible(alice, "purge dialog");
    alice.button(purge).click();
    assertThat(alice.role(AriaRole.HEADING, gone)).isVisible();
    assertFitsAndIsAccessible(alice, "gone");
  }

  @Test
  void arabicBeginsAtTheRightAndLinksStillAtTheLeft() {
    Person alice = speaking("ar").visit();
    alice.button("إنشاء غرفة").click();
    Locator link = alice.textbox("رابط الغرفة");
    assertThat(link).isVisible();

    assertTrue(left(alice.button("إرسال")) < left(alice.textbox("الرسالة")));
    assertTrue(left(alice.button("مغادرة")) < left(alice.role(AriaRole.TIMER, "الوقت المتبقي")));
    assertEquals("ltr", link.evaluate("field => getComputedStyle(field).direction"));
  }

  @Test
  void aLanguageThatCannotBeLoadedIsToldAndThePageStaysAsItWas() {
    Person alice = person().expectComplaints("net::ERR_FAILED");
    alice.context.route(WORDS, Route::abort);
    alice.visit();
    alice.combobox("Participants").selectOption("3");
    alice.combobox("Language").selectOption("Deutsch");
    alice.assertTold("Deutsch could not be loaded.");
    assertSpeaks(alice, "en", "ltr");
    assertThat(selected(alice.combobox("Language"))).hasText("English");
    assertThat(alice.combobox("Participants")).hasValue("3");

    alice.context.unroute(WORDS);
    alice.combobox("Language").selectOption("Deutsch");
    assertThat(alice.button("Raum erstellen")).isVisible();
    assertThat(alice.alert()).isHidden();
  }

  @Test
  void aPreferredLanguageThatCannotBeLoadedIsToldInEnglish() {
    Person alice = speaking("ja").expectComplaints("net::ERR_FAILED");
    alice.context.route(WORDS, Route::abort);
    alice.visit();
    assertThat(alice.button("Create room")).isEnabled();
    alice.assertTold("日本語 could not be loaded.");
    assertSpeaks(alice, "en", "ltr");
  }

  private Person speaking(String locale) {
    return person(new Browser.NewContextOptions().setLocale(locale));
  }

  private static void assertSpeaks(Person person, String language, String direction) {
    Locator page = person.page.locator("html");
    assertThat(page).hasAttribute("lang", language);
    assertThat(page).hasAttribute("dir", direction);
  }

  private static void assertFitsAndIsAccessible(Person person, String screen) {
    assertEquals(List.of(), Axe.findings(person.page), screen);
    assertEquals(0, person.page.evaluate(LayoutTest.SIDEWAYS), screen);
  }

  private static Locator selected(Locator choice) {
    return choice.locator("option:checked");
  }

  private static double left(Locator locator) {
    return locator.boundingBox().x;
  }
}

package network.pug.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The ways in which the room's link leaves the page. */
class SharingTest extends BrowserTest {

  SharingTest() throws IOException {}

  @Test
  void everyMemberHasTheFullLinkReadOnly() {
    Person alice = person();
    String link = alice.createRoom();
    Person bob = person().join(link);
    assertThat(bob.textbox("Room link")).hasValue(link);
    assertThat(bob.textbox("Room link")).not().isEditable();
  }

  @Test
  void copyLinkCopiesAndSaysSo() {
    Person alice =
        person(
            new Browser.NewContextOptions()
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    String link = alice.createRoom();
    alice.button("Copy link").click();
    assertThat(alice.status()).hasText("Link copied.");
    assertEquals(link, alice.page.evaluate("navigator.clipboard.readText()"));
  }

  @Test
  void theQrCodeIsTheLink() throws Exception {
    Person alice = person();
    String link = alice.createRoom();
    alice.button("Show QR code").click();
    assertEquals(link, decode(alice.role(AriaRole.IMG, "QR code of the room link")));
  }

  @Test
  void theQrCodeIsTheLinkInTheDarkToo() throws Exception {
    Person alice = person(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK));
    String link = alice.createRoom();
    alice.button("Show QR code").click();
    assertEquals(link, decode(alice.role(AriaRole.IMG, "QR code of the room link")));
  }

  private static String decode(Locator code) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(code.screenshot()));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var source = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}

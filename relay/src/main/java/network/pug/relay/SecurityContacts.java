package network.pug.relay;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where to report a vulnerability: the URIs of RFC 9116 section 2.5.3, the preferred one first. */
final class SecurityContacts {
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]+");
  private static final Pattern MAIL_ADDRESS = Pattern.compile("[^@:/]+@[^@:/]+");
  private static final Pattern GLOBAL_NUMBER = Pattern.compile("\\+[0-9][0-9().-]*");

  private SecurityContacts() {}

  /** Reads URIs separated by commas; a comma within one is written %2C. Null for none. */
  static List<String> parse(Flags flags, String flag, @Nullable String text) throws UsageException {
    if (text == null) {
      return List.of();
    }
    List<String> contacts = new ArrayList<>();
    for (String contact : text.split(",", -1)) {
      contacts.add(one(flags, flag, contact.strip()));
    }
    return List.copyOf(contacts);
  }

  private static String one(Flags flags, String flag, String contact) throws UsageException {
    if (MAIL_ADDRESS.matcher(contact).matches()) {
      throw flags.bad(flag, "needs mailto: in front of a mail address");
    }
    if (!VISIBLE_ASCII.matcher(contact).matches() || !isContact(contact)) {
      throw flags.bad(
          flag, "must be mailto:, https: or tel: URIs, such as mailto:security@chat.example");
    }
    return contact;
  }

  private static boolean isContact(String contact) {
    try {
      URI uri = new URI(contact);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      String rest = uri.getRawSchemeSpecificPart();
      return switch (scheme) {
        case "mailto" -> MAIL_ADDRESS.matcher(rest.split("\\?", 2)[0]).matches();
        case "https" -> uri.getHost() != null;
        case "tel" -> GLOBAL_NUMBER.matcher(rest).matches();
        default -> false;
      };
    } catch (URISyntaxException e) {
      return false;
    }
  }
}

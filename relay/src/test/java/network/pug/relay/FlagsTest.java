package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlagsTest {
  private static final Pattern WORD_START = Pattern.compile("-([a-z])");

  static Stream<Flags.Flag> presets() {
    return Flags.ALL.stream().filter(flag -> !flag.preset().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("presets")
  void whatTheHelpCallsPresetIsWhatHoldsWithoutTheFlag(Flags.Flag flag) throws Exception {
    switch (flag.preset()) {
      case "none", "its own" -> assertTrue(isNothing(valueOf(flag)));
      case "off" -> assertTrue(isNothing(valueOf(flag)) || Boolean.FALSE.equals(valueOf(flag)));
      default -> {
        assertEquals(parse(), parse("--" + flag.name(), flag.preset()));
        if (flag.preset().matches("[0-9]+")) {
          String another = String.valueOf(Integer.parseInt(flag.preset()) + 1);
          assertNotEquals(parse(), parse("--" + flag.name(), another));
        }
      }
    }
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null || value.equals(List.of());
  }

  /** What a configuration without flags has for a flag. */
  private static @Nullable Object valueOf(Flags.Flag flag) throws Exception {
    String component =
        flag.name().startsWith("tls-")
            ? "tls"
            : WORD_START.matcher(flag.name()).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT));
    return RelayConfig.class.getMethod(component).invoke(parse());
  }

  private static RelayConfig parse(String... arguments) throws UsageException {
    return RelayConfig.parse(List.of(arguments), Map.of());
  }
}

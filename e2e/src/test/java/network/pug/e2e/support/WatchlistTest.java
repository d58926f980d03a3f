package network.pug.e2e.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That what must not be printed would be found, and only that. */
class WatchlistTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/127.0.0.1:50007",
        "127.0.0.1:50007",
        "/r/AAAAAAAAAAAAAAAAAAAAAA",
        "k=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "s=AAAAAAAAAAAAAAAAAAAAAA",
      })
  void aFormIsFoundAnywhere(String form) {
    assertEquals(List.of(form), Watchlist.findIn(form));
    assertEquals(List.of(form), Watchlist.findIn("error: [" + form + "]\n\tat java"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listening on http://127.0.0.1:3000",
        "https://127.0.0.1:3000/r/AAAA",
        "127.0.0.1",
        "ks=AAAAAAAAAAAAAAAAAAAAAA",
        "certificate reloaded",
      })
  void whatIsHarmlessIsNot(String text) {
    assertEquals(List.of(), Watchlist.findIn(text));
  }

  @Test
  void whatClientsAreToldAndSendIsFound() throws IOException {
    try (Relay relay = Relay.start()) {
      Challenge challenge = Challenge.ask(relay);
      String session = Room.session(relay);
      Room room = Room.of(Room.request(relay, "", session));
      try (Member member = Member.join(relay, room)) {
        member.say("a payload of some length");
      }
      for (String secret :
          List.of(
              challenge.token(),
              session,
              room.roomId(),
              room.roomSecret(),
              "a payload of some length")) {
        assertEquals(List.of(secret), Watchlist.findIn("{" + secret + "}"));
      }
      assertEquals(
          List.of("61207061796c6f6164206f6620736f6d65206c656e677468"),
          Watchlist.findIn("|61207061796c6f6164206f6620736f6d65206c656e677468|"));
    }
  }
}

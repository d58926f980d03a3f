package network.pug.e2e.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.security.SecureRandom;
import network.pug.client.RoomLink;
import network.pug.client.crypto.OpenFailure;
import network.pug.client.crypto.Opened;
import network.pug.client.crypto.Opener;
import network.pug.client.crypto.RoomKey;
import network.pug.client.crypto.Sealer;
import network.pug.e2e.support.Frame.Chat;
import network.pug.e2e.support.Member;
import network.pug.e2e.support.Relay;
import network.pug.e2e.support.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two Java clients, a link, and a relay between them that learns nothing. */
class EncryptedConversationTest {
  @RegisterExtension private static final Relay relay = Relay.start();

  @Test
  void whoHasTheLinkReadsAlong() throws IOException {
    RoomLink link = newLink(Room.create(relay));
    try (Client ann = Client.open(link.format());
        Client bob = Client.open(link.format())) {
      ann.opener.joined(ann.member.newcomer());
      ann.send("Meet me at the pug.");
      assertEquals("Meet me at the pug.", bob.receive());
      assertEquals("Meet me at the pug.", ann.receive());
      bob.send("🐶".repeat(1000));
      assertEquals("🐶".repeat(1000), ann.receive());
    }
  }

  @Test
  void whatTheRelayPassesOnDoesNotHoldTheText() throws IOException {
    RoomLink link = newLink(Room.create(relay));
    try (Client ann = Client.open(link.format());
        Member eavesdropper = Client.open(link.format()).member) {
      ann.send("Meet me at the pug.");
      assertFalse(eavesdropper.chat().text().contains("pug"));
    }
  }

  @Test
  void anotherKeyReadsNothing() throws IOException {
    Room room = Room.create(relay);
    try (Client ann = Client.open(newLink(room).format());
        Client stranger = Client.open(newLink(room).format())) {
      ann.send("Meet me at the pug.");
      assertEquals(OpenFailure.NOT_AUTHENTIC, stranger.open(stranger.member.chat()));
    }
  }

  @Test
  void aMemberThatRepeatsAnothersPayloadIsFoundOut() throws IOException {
    RoomLink link = newLink(Room.create(relay));
    try (Client ann = Client.open(link.format());
        Client bob = Client.open(link.format())) {
      ann.member.newcomer();
      ann.send("Meet me at the pug.");
      Chat heard = bob.member.chat();
      byte[] copy = new byte[heard.payload().remaining()];
      heard.payload().get(0, copy);
      bob.member.socket().sendBinary(copy);
      ann.receive();
      assertEquals(OpenFailure.NOT_AUTHENTIC, ann.open(ann.member.chat()));
    }
  }

  private static RoomLink newLink(Room room) {
    RoomKey key = RoomKey.generate(new SecureRandom());
    return new RoomLink("http://" + relay.authority(), room.roomId(), key, room.roomSecret());
  }

  private record Client(Member member, Sealer sealer, Opener opener) implements AutoCloseable {
    static Client open(String pasted) throws IOException {
      RoomLink link = assertInstanceOf(RoomLink.class, RoomLink.parse(pasted));
      Member member = Member.join(relay, new Room(link.roomId(), link.secret(), 0, 0, 0, 0));
      return new Client(
          member,
          new Sealer(link.key(), link.roomId(), member.id(), new SecureRandom()),
          new Opener(link.key(), link.roomId()));
    }

    void send(String text) throws IOException {
      member.socket().sendBinary(sealer.seal(text));
    }

    String receive() throws IOException {
      return assertInstanceOf(Opened.Text.class, open(member.chat())).text();
    }

    Opened open(Chat chat) {
      byte[] sealed = new byte[chat.payload().remaining()];
      chat.payload().get(0, sealed);
      return opener.open(chat.sender(), sealed);
    }

    @Override
    public void close() throws IOException {
      member.close();
    }
  }
}

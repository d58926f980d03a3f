package network.pug.e2e.memory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import network.pug.e2e.support.Frame;
import network.pug.e2e.support.Room;

/**
 * A member that speaks version 5 of the Socket.IO protocol over version 4 of the Engine.IO one
 * (https://socket.io/docs/v4/socket-io-protocol/): a packet that carries bytes is a text frame, and
 * a binary one for the bytes.
 */
record SocketIoVoice(Witness witness) implements Voice {
  /** Connects to the default namespace, and joins. */
  static SocketIoVoice join(Witness witness, Room room) throws IOException {
    expect(witness, "0{");
    witness.text("40");
    expect(witness, "40{");
    witness.text(
        "421[\"room:join\",{\"roomId\":\"%s\",\"roomSecret\":\"%s\"}]"
            .formatted(room.roomId(), room.roomSecret()));
    expect(witness, "431[{\"connectionId\":");
    return new SocketIoVoice(witness);
  }

  private static void expect(Witness witness, String start) throws IOException {
    Frame frame = witness.next(Frame.TEXT);
    assertTrue(frame.text().startsWith(start), frame::toString);
  }

  @Override
  public void say(byte... payload) throws IOException {
    witness.text("451-[\"chat:message\",{\"_placeholder\":true,\"num\":0}]");
    witness.binary(payload);
  }

  @Override
  public void hear() throws IOException {
    witness.next(Frame.BINARY);
  }

  @Override
  public void purge() throws IOException {
    witness.text("42[\"room:purge\"]");
  }

  @Override
  public void gone() throws IOException {
    expect(witness, "42[\"room:expired\"");
    witness.next(Frame.CLOSE);
  }

  @Override
  public void leave() throws IOException {
    witness.leave();
    witness.close();
  }

  @Override
  public void close() throws IOException {
    witness.close();
  }
}

package network.pug.e2e.memory;

import java.io.IOException;
import network.pug.e2e.support.Frame;

/** A member that speaks the protocol of spec/protocol.md. */
record PugVoice(Witness witness) implements Voice {
  @Override
  public void say(byte... payload) throws IOException {
    witness.binary(payload);
  }

  @Override
  public void hear() throws IOException {
    witness.next(Frame.BINARY);
  }

  @Override
  public void purge() throws IOException {
    witness.text("{\"type\":\"room:purge\"}");
  }

  @Override
  public void gone() throws IOException {
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

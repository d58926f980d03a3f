package network.pug.relay;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import network.pug.relay.http.RandomBytes;

/**
 * The CSPRNG of the operating system, read straight into the buffer that wants its output
 * (random(4) of Linux): {@link java.security.SecureRandom} would leave it on the heap in pieces.
 * Nothing interrupts the threads that use it, which would close the device.
 */
final class KernelRandom implements RandomBytes {
  private final FileChannel device;

  /** Opens the device, for reading and for good. */
  KernelRandom() {
    try {
      device = FileChannel.open(Path.of("/dev/urandom"), StandardOpenOption.READ);
    } catch (IOException e) {
      throw new UncheckedIOException("/dev/urandom cannot be read", e);
    }
  }

  @Override
  public void fill(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        if (device.read(bytes) < 0) {
          throw new EOFException("/dev/urandom has an end");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

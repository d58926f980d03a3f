package network.pug.web;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text file.
 *
 * @param folder where it lies
 * @param path seen from there, such as {@code js/views/room.js}
 */
record Source(Path folder, Path path, String text) {

  static Source read(Path folder, Path path) throws IOException, BrokenSourceException {
    try {
      return new Source(folder, path, Files.readString(folder.resolve(path)));
    } catch (CharacterCodingException e) {
      throw new Source(folder, path, "").fault(0, "is not UTF-8");
    }
  }

  /** The file that a relative address in this one means. */
  Path resolve(String address) {
    return path.resolveSibling(address).normalize();
  }

  /** What to throw for a fault at an offset of the text. */
  BrokenSourceException fault(int offset, String what) {
    long line = 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
    Path file = folder.resolve(path).toAbsolutePath().normalize();
    return new BrokenSourceException(file + ":" + line + ": " + what);
  }
}

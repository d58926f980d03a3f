package network.pug.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FileDescriptorsTest {
  private static final String HEAD =
      "Limit                     Soft Limit           Hard Limit           Units     ";

  @Test
  void theLimitInForceIsTheSoftOne() {
    assertEquals(
        1024, limit("Max open files            1024                 524288               "));
  }

  @Test
  void withoutALimitThereIsNone() {
    assertEquals(
        Integer.MAX_VALUE, limit("Max open files            unlimited            unlimited"));
    assertEquals(
        Integer.MAX_VALUE, limit("Max open files            99999999999          99999999999"));
    assertEquals(Integer.MAX_VALUE, FileDescriptors.limit(List.of()));
  }

  @Test
  void thisProcessHasFilesOpenAndFewerThanItMay() {
    assertTrue(FileDescriptors.open() > 3);
    assertTrue(FileDescriptors.open() < FileDescriptors.limit());
  }

  private static int limit(String line) {
    return FileDescriptors.limit(
        List.of(
            HEAD,
            "Max processes             5                    5                    processes",
            line + " files"));
  }
}

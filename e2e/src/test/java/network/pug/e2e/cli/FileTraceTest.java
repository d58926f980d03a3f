package network.pug.e2e.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the trace would show what must not be. */
class FileTraceTest {
  private static final String LISTENING =
      "7 write(1, \"listening on http://127.0.0.1:300\"..., 37) = 37";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7 openat(AT_FDCWD, \"/tmp/a\", O_WRONLY) = 5",
        "7 openat(AT_FDCWD, \"/tmp/a\", O_RDWR|O_CLOEXEC) = 5",
        "7 openat(AT_FDCWD, \"/tmp/a\", O_RDONLY|O_CREAT, 0600) = 5",
        "7 openat(AT_FDCWD, \"/tmp\", O_RDWR|O_TMPFILE, 0600) = 5",
        "7 openat(5, \"a\", O_WRONLY) = 6",
        "7 open(\"/tmp/a\", O_WRONLY|O_TRUNC) = 5",
        "7 openat2(AT_FDCWD, \"/tmp/a\", {flags=O_WRONLY, resolve=0}, 24) = 5",
        "7 creat(\"/tmp/a\", 0600) = 5",
        "7 mkdir(\"/tmp/hsperfdata_root\", 0755) = 0",
        "7 mkdirat(AT_FDCWD, \"/tmp/a\", 0755) = 0",
        "7 rename(\"/tmp/a\", \"/tmp/b\") = 0",
        "7 renameat2(AT_FDCWD, \"/tmp/a\", AT_FDCWD, \"/tmp/b\", 0) = 0",
        "7 link(\"/tmp/a\", \"/tmp/b\") = 0",
        "7 symlinkat(\"a\", AT_FDCWD, \"/tmp/b\") = 0",
        "7 unlink(\"/tmp/a\") = 0",
        "7 truncate(\"/tmp/a\", 0) = 0",
        "7 ftruncate(5, 32768) = 0",
        "7 mknod(\"/tmp/a\", S_IFIFO|0600) = 0",
        "7 bind(5, {sa_family=AF_UNIX, sun_path=\"/tmp/.java_pid7\"}, 110) = 0",
        "7 memfd_create(\"a\", MFD_CLOEXEC) = 5",
        "7 io_uring_setup(8, {flags=0}) = 5",
        "7 a_call_of_the_future(\"/tmp/a\") = 0",
        // Failed, for another thread's sake unfinished, by a child, and with a bracket in its name.
        "7 openat(AT_FDCWD, \"/tmp/a\", O_WRONLY|O_CREAT, 0600) = -1 EROFS (Read-only file system)",
        "7 openat(AT_FDCWD, \"/tmp/a\", O_RDWR <unfinished ...>",
        "12345 mkdir(\"/tmp/a\", 0755 <unfinished ...>",
        "12345  openat(AT_FDCWD, \"/tmp/a) = 3\", O_WRONLY) = 5",
      })
  void whatMayChangeAFileIsFound(String line) {
    assertEquals(new FileTrace(List.of(), List.of(line)), FileTrace.of(List.of(LISTENING, line)));
    assertEquals(new FileTrace(List.of(line), List.of()), FileTrace.of(List.of(line, LISTENING)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7 openat(AT_FDCWD, \"/etc/hosts\", O_RDONLY|O_CLOEXEC) = 5",
        "7 openat(AT_FDCWD, \"/etc\", O_RDONLY|O_NONBLOCK|O_DIRECTORY <unfinished ...>",
        "7 <... openat resumed>) = 5",
        "7 newfstatat(AT_FDCWD, \"/tmp\", {st_mode=S_IFDIR|S_ISVTX|0777, ...}, 0) = 0",
        "7 readlink(\"/tmp\", 0x7f276631b690, 1023) = -1 EINVAL (Invalid argument)",
        "7 execve(\"/bin/sh\", [\"sh\"], 0x7ffe /* 9 vars */) = 0",
        "7 bind(5, {sa_family=AF_INET, sin_port=htons(0)}, 16) = 0",
        "7 write(13, \"\\1\\0\\0\\0\\0\\0\\0\\0\", 8) = 8",
        "7 --- SIGTERM {si_signo=SIGTERM, si_code=SI_USER, si_pid=1, si_uid=0} ---",
        "7 +++ exited with 0 +++",
        "7 ???( <detached ...>",
      })
  void whatOnlyReadsIsNot(String line) {
    assertEquals(new FileTrace(List.of(), List.of()), FileTrace.of(List.of(LISTENING, line)));
  }

  @Test
  void aLineThatCannotBeReadIsNotPassedOver() {
    assertThrows(IllegalArgumentException.class, () -> FileTrace.of(List.of(LISTENING, "7 ?")));
  }

  @Test
  void aTraceOfNoRelayIsNoProof() {
    assertThrows(
        IllegalArgumentException.class, () -> FileTrace.of(List.of("7 +++ exited with 0 +++")));
  }
}

package network.pug.e2e.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system calls by which a process and its children may have changed a file system, from the log
 * of strace. Attempts count, whether or not they succeeded; and so does every call that is not
 * known to be harmless.
 *
 * @param before those before the relay said that it listens
 * @param after those after
 */
record FileTrace(List<String> before, List<String> after) {
  private static final String CALLS =
      "%file,write,bind,ftruncate,fallocate,fchmod,fchown,fsetxattr,fremovexattr,"
          + "?memfd_create,?memfd_secret,?open_by_handle_at,?io_uring_setup,?mq_open,?swapon";

  private static final Set<String> HARMLESS =
      Set.of(
          "access",
          "chdir",
          "execve",
          "faccessat",
          "faccessat2",
          "getcwd",
          "lstat",
          "newfstatat",
          "readlink",
          "readlinkat",
          "stat",
          "statfs",
          "statx",
          "write");

  private static final Set<String> OPEN = Set.of("open", "openat", "openat2");
  private static final Pattern OPEN_TO_WRITE =
      Pattern.compile("O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)");

  /** A thread that ended before strace saw what it was about to call. */
  private static final Pattern DETACHED =
      Pattern.compile("\\d+ +\\?\\?\\?\\( ?<detached \\.\\.\\.>");

  private static final Pattern LINE =
      Pattern.compile(
          "\\d+ +(?:(?<call>[a-z]\\w*)\\((?<arguments>.*)|(?:---|\\+\\+\\+|<\\.\\.\\. ).*)");

  /**
   * Has a command traced. What is started by it stays the process it would have been: the tracer
   * runs beside it, and holds its output open until the log is complete.
   */
  static ProcessBuilder traced(ProcessBuilder command, Path log) {
    command
        .command()
        .addAll(0, List.of("strace", "-D", "-f", "-qq", "-e", "trace=" + CALLS, "-o", log + ""));
    return command;
  }

  /** Reads a log that is complete. */
  static FileTrace read(Path log) throws IOException {
    return of(Files.readAllLines(log));
  }

  /**
   * Reads the lines of a log.
   *
   * @throws IllegalArgumentException if one of them cannot be understood, or none says that the
   *     relay listens
   */
  static FileTrace of(List<String> lines) {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    boolean listening = false;
    for (String line : lines) {
      if (DETACHED.matcher(line).matches()) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("no line of strace: " + line);
      }
      // A resumed call stood there whole, but for its result, when it was left unfinished.
      String call = matcher.group("call");
      if (call != null && mayChange(call, matcher.group("arguments"))) {
        (listening ? after : before).add(line);
      }
      listening |= line.contains(" write(1, \"listening on ");
    }
    if (!listening) {
      throw new IllegalArgumentException("the relay never said that it listens");
    }
    return new FileTrace(before, after);
  }

  private static boolean mayChange(String call, String arguments) {
    if (OPEN.contains(call)) {
      return OPEN_TO_WRITE.matcher(arguments).find();
    }
    if (call.equals("bind")) {
      return arguments.contains("AF_UNIX");
    }
    return !HARMLESS.contains(call);
  }
}

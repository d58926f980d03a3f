package network.pug.relay.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import network.pug.protocol.ProofOfWork;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reads the solution of a proof of work, and checks the work. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SolutionBenchmark {
  /** As long as ours are. */
  private static final String TOKEN = "A".repeat(OneTimeTokens.TOKEN_BYTES * 4 / 3);

  private static final byte[] BODY =
      ("{\"token\":\"" + TOKEN + "\",\"nonce\":\"262144\"}").getBytes(US_ASCII);

  private final ByteBuffer body = ByteBuffer.allocateDirect(BODY.length);
  private final ByteBuffer attempt = ByteBuffer.allocateDirect(128);

  /** One body, which is copied first, for reading spoils it. */
  @Benchmark
  public boolean check() throws ProblemException {
    Solution solution = Solution.read(body.clear().put(BODY).flip());
    attempt.clear().put(solution.token()).put((byte) ':').put(solution.nonce()).flip();
    return ProofOfWork.solves(attempt, 18);
  }
}

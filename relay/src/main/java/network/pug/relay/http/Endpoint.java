package network.pug.relay.http;

import java.util.concurrent.CompletableFuture;

/** What answers one path. Called on the connection's thread, and must not block it. */
@FunctionalInterface
interface Endpoint {
  /** The answer; it may be completed later and on another thread. */
  CompletableFuture<Reply> answer(Request request) throws ProblemException;

  /** An endpoint that answers at once. */
  @FunctionalInterface
  interface Immediate {
    Reply answer(Request request) throws ProblemException;
  }

  /** Makes an endpoint of one that answers at once. */
  static Endpoint of(Immediate immediate) {
    return request -> CompletableFuture.completedFuture(immediate.answer(request));
  }
}

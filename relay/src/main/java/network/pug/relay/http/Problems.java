package network.pug.relay.http;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import network.pug.relay.room.Bugs;

/** What can be wrong with a request as such, whatever it asks for. */
final class Problems {
  private Problems() {}

  /** The body is above its limit. */
  static ProblemException tooLarge() {
    return new ProblemException(
        HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "The body must not exceed 4096 bytes.");
  }

  /** A body in chunks is above its limit with all that is around it. */
  static ProblemException chunksTooLarge() {
    return new ProblemException(
        HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
        "The chunks must not exceed " + RequestSplitter.MAX_CHUNK_BYTES + " bytes.");
  }

  /** A part of a request was not complete in time. */
  static ProblemException late(String part) {
    return new ProblemException(
        HttpResponseStatus.REQUEST_TIMEOUT, "The " + part + " was not complete in time.");
  }

  /** There are as many connections as there may be. */
  static ProblemException full() {
    return new ProblemException(
        HttpResponseStatus.SERVICE_UNAVAILABLE, "There is no place for another connection.");
  }

  /** The relay drains. */
  static ProblemException ending() {
    return new ProblemException(
        HttpResponseStatus.SERVICE_UNAVAILABLE, "The relay is shutting down.");
  }

  /**
   * The request was refused while it was read.
   *
   * @param inBody whether its head had been complete
   */
  static ProblemException undecodable(Throwable cause, boolean inBody) {
    return switch (cause) {
      case ProblemException e -> e;
      case TooLongHttpLineException e when inBody ->
          new ProblemException(
              HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "A chunk's line is too long.");
      case TooLongHttpLineException e ->
          new ProblemException(
              HttpResponseStatus.REQUEST_URI_TOO_LONG, "The request line is too long.");
      case TooLongHttpHeaderException e ->
          new ProblemException(
              HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers are too large.");
      case TooLongFrameException e -> tooLarge();
      default ->
          new ProblemException(
              HttpResponseStatus.BAD_REQUEST, "The request is not well-formed HTTP/1.1.");
    };
  }

  /** An endpoint failed; that it was a bug is reported here. */
  static Reply failed(Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return failed(failure.getCause());
    }
    if (failure instanceof RejectedExecutionException) {
      return ending().reply();
    }
    if (failure instanceof OutOfMemoryError) {
      return Reply.problem(
          HttpResponseStatus.SERVICE_UNAVAILABLE, "The relay has no memory left for this.");
    }
    Bugs.report(failure);
    return Reply.problem(HttpResponseStatus.INTERNAL_SERVER_ERROR, "The relay has a bug.");
  }
}

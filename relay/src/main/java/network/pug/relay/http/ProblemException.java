package network.pug.relay.http;

import io.netty.handler.codec.http.HttpResponseStatus;

/** A request that is answered with a problem document. Its detail never quotes the request. */
final class ProblemException extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialized
  private final HttpResponseStatus status;

  private final String detail;

  /** A problem without a stack trace, for bad input is no bug. */
  ProblemException(HttpResponseStatus status, String detail) {
    super(detail, null, false, false);
    this.status = status;
    this.detail = detail;
  }

  Reply reply() {
    return Reply.problem(status, detail);
  }
}

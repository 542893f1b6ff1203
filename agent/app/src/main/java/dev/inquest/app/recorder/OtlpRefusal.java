package dev.inquest.app.recorder;

/** Why a request is not taken, with its HTTP status; the message holds nothing of the request. */
final class OtlpRefusal extends RuntimeException {
  private final int status;

  OtlpRefusal(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}

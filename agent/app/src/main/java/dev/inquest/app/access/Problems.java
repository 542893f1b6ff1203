package dev.inquest.app.access;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** RFC 9457 problem details, whose type is {@code urn:inquest:problem:<code>}. */
public final class Problems {
  private Problems() {}

  /**
   * @param code stable, kebab-case
   * @param detail one sentence; holds no secret and nothing the caller sent
   */
  public static ProblemDetail of(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("urn:inquest:problem:" + code));
    problem.setTitle(status.getReasonPhrase());
    return problem;
  }

  public static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String code, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(of(status, code, detail));
  }
}

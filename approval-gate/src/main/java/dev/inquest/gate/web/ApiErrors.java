package dev.inquest.gate.web;

import dev.inquest.failure.FailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Problem documents of the API. */
@RestControllerAdvice(
    assignableTypes = {ProposalApi.class, AuditApi.class, PauseApi.class, PlaybookApi.class})
public final class ApiErrors extends ResponseEntityExceptionHandler {
  @ExceptionHandler
  ResponseEntity<?> badArgument(IllegalArgumentException e) {
    return problem(HttpStatus.BAD_REQUEST, "a parameter is not what it should be");
  }

  @ExceptionHandler
  ResponseEntity<?> failure(FailureException e) {
    HttpStatus status =
        e.failure().retryable() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT;
    return problem(status, e.failure().code(), e.failure().message());
  }

  static ResponseEntity<ProblemDetail> problem(HttpStatus status, String detail) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
  }

  static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setProperty("code", code);
    return ResponseEntity.status(status).body(problem);
  }
}

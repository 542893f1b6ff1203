package dev.inquest.app.access;

import dev.inquest.failure.FailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Failures of REST controllers as problem details; pages have their own. */
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiFailures extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiFailures.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> failure(FailureException e) {
    String code = e.failure().code();
    HttpStatus status =
        code.startsWith("no-")
            ? HttpStatus.NOT_FOUND
            : e.failure().retryable() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.BAD_REQUEST;
    return Problems.answer(status, code, sentence(e.failure().message()));
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  ResponseEntity<ProblemDetail> database(RuntimeException e) {
    LOG.warn("the database did not answer: {}", e.getClass().getSimpleName());
    return Problems.answer(
        HttpStatus.SERVICE_UNAVAILABLE, "database-away", "The database does not answer now.");
  }

  private static String sentence(String message) {
    return message.isEmpty()
        ? message
        : Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }
}

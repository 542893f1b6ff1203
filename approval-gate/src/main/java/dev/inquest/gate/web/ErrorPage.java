package dev.inquest.gate.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What a browser is shown where no page could be made; it repeats nothing of the request. */
final class ErrorPage implements ErrorViewResolver, Ordered {
  @Override
  public ModelAndView resolveErrorView(
      HttpServletRequest request, HttpStatus status, Map<String, @Nullable Object> model) {
    return new ModelAndView(
        "gate/error",
        Map.of("code", status.value(), "title", title(status), "advice", advice(status)),
        status);
  }

  private static String title(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "There is no such page";
      case FORBIDDEN -> "That was refused";
      case CONTENT_TOO_LARGE -> "That was too long";
      default -> status.is4xxClientError() ? "That could not be read" : "The gate cannot answer";
    };
  }

  private static String advice(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "The address may be cut off.";
      case FORBIDDEN ->
          "Nothing was recorded. The page may have been open too long: go back, reload it, and"
              + " decide again.";
      default ->
          status.is4xxClientError()
              ? "Nothing was recorded."
              : "Look at the proposal before you decide again: it says what was recorded.";
    };
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }
}

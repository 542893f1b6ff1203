package dev.inquest.gate.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** RFC 9457 problem documents from where no controller runs. */
final class Problems {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Problems() {}

  /** Not allowed; 401 where nobody is signed in yet, whatever else is wrong. */
  static void denied(HttpServletResponse response) throws IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    boolean nobody = who == null || who instanceof AnonymousAuthenticationToken;
    write(
        response,
        nobody ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN,
        nobody ? "sign in first" : "not allowed");
  }

  static void write(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    if (status == HttpStatus.UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail);
    response.getOutputStream().write(MAPPER.writeValueAsBytes(problem));
  }
}

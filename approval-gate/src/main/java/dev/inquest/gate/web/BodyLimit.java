package dev.inquest.gate.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** A decision is small: larger bodies, and those that do not tell their length, are not read. */
final class BodyLimit extends OncePerRequestFilter {
  private static final long MAX_BYTES = 64 * 1024;

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MAX_BYTES) {
      Problems.write(
          response, HttpStatus.CONTENT_TOO_LARGE, "the body is over " + MAX_BYTES + " bytes");
    } else if (request.getHeader("Transfer-Encoding") != null) {
      Problems.write(response, HttpStatus.LENGTH_REQUIRED, "the body must tell its length");
    } else {
      chain.doFilter(request, response);
    }
  }
}

package dev.inquest.gate.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Goes on to the page that was asked for, and forgets earlier wrong guesses. */
final class SignInSuccess extends SavedRequestAwareAuthenticationSuccessHandler {
  private final LoginLimiter limiter;

  SignInSuccess(LoginLimiter limiter) {
    this.limiter = limiter;
    setDefaultTargetUrl("/proposals");
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    limiter.succeeded(authentication.getName());
    super.onAuthenticationSuccess(request, response, authentication);
  }
}

package dev.inquest.app.access;

import dev.inquest.app.access.ApiProperties.Token;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells who calls, from nothing but the request's head: a bearer token (or, for a browser, the
 * token as the password of HTTP Basic). Where no token is configured a caller on this very machine
 * may do all.
 */
final class AccessFilter extends OncePerRequestFilter {
  private final List<Token> tokens;

  AccessFilter(ApiProperties properties) {
    this.tokens =
        properties.tokens().stream()
            .filter(t -> t.role().equals("viewer") || t.role().equals("operator"))
            .toList();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    authenticate(request)
        .ifPresent(authentication -> {
          SecurityContext context = SecurityContextHolder.createEmptyContext();
          context.setAuthentication(authentication);
          SecurityContextHolder.setContext(context);
        });
    chain.doFilter(request, response);
  }

  private Optional<Authentication> authenticate(HttpServletRequest request) {
    if (tokens.isEmpty()) {
      return Loopback.isLocal(request)
          ? Optional.of(authentication("local", "operator"))
          : Optional.empty();
    }
    return GivenToken.of(request)
        .flatMap(
            given -> tokens.stream().filter(t -> GivenToken.same(given, t.token())).findFirst())
        .map(token -> authentication(token.name(), token.role()));
  }

  private static Authentication authentication(String name, String role) {
    List<SimpleGrantedAuthority> authorities =
        role.equals("operator")
            ? List.of(
                new SimpleGrantedAuthority("ROLE_VIEWER"),
                new SimpleGrantedAuthority("ROLE_OPERATOR"))
            : List.of(new SimpleGrantedAuthority("ROLE_VIEWER"));
    return UsernamePasswordAuthenticationToken.authenticated(name, null, authorities);
  }
}

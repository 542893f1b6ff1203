package dev.inquest.gate.web;

import dev.inquest.gate.audit.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a request in by {@code Authorization: Bearer}; a wrong token never falls back to a session.
 */
final class BearerFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final List<ApiToken> tokens;

  BearerFilter(List<ApiToken> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  static boolean carriesToken(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getHeader("Authorization") == null) {
      chain.doFilter(request, response);
      return;
    }
    Optional<ApiToken> token = carriesToken(request) ? match(request) : Optional.empty();
    if (token.isEmpty()) {
      Problems.write(response, HttpStatus.UNAUTHORIZED, "the token is not known");
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication(token.get()));
    SecurityContextHolder.setContext(context);
    try {
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  private Optional<ApiToken> match(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    String presented = header == null ? "" : header.substring(SCHEME.length()).strip();
    byte[] digest = Sha256.hex(presented).getBytes(StandardCharsets.US_ASCII);
    Optional<ApiToken> found = Optional.empty();
    for (ApiToken token : tokens) {
      byte[] expected = token.sha256().getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(digest, expected)) {
        found = Optional.of(token);
      }
    }
    return found;
  }

  private static UsernamePasswordAuthenticationToken authentication(ApiToken token) {
    String name = token.person() == null ? "token:" + token.name() : token.person();
    return UsernamePasswordAuthenticationToken.authenticated(
        name,
        null,
        token.roles().stream()
            .map(role -> new SimpleGrantedAuthority(SignedIn.authority(role)))
            .toList());
  }
}

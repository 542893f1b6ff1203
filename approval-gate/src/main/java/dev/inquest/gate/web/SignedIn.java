package dev.inquest.gate.web;

import dev.inquest.gate.decision.Approver;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who speaks, in the gate's own words. */
final class SignedIn {
  static final String PREFIX = "ROLE_";

  private SignedIn() {}

  static Approver approver(Authentication authentication) {
    Set<String> roles = new TreeSet<>();
    for (GrantedAuthority authority : authentication.getAuthorities()) {
      String name = String.valueOf(authority.getAuthority());
      if (name.startsWith(PREFIX)) {
        roles.add(name.substring(PREFIX.length()).toLowerCase(Locale.ROOT));
      }
    }
    return new Approver(authentication.getName(), roles);
  }

  static String authority(String role) {
    return PREFIX + role.toUpperCase(Locale.ROOT);
  }
}

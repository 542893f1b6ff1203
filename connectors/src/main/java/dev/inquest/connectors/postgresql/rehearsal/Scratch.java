package dev.inquest.connectors.postgresql.rehearsal;

/** Where Inquest's own scratch database is. */
public record Scratch(String url, String username, String password) {
  /** Never prints the password. */
  @Override
  public String toString() {
    return "Scratch[username=" + username + "]";
  }
}

package dev.inquest.gate.decision;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Makes the one local user at the first start; a made-up password is printed once, on stderr. */
public final class LocalUserSetup {
  private final LocalUsers users;
  private final PasswordEncoder encoder;
  private final PrintStream out;

  public LocalUserSetup(LocalUsers users, PasswordEncoder encoder, PrintStream out) {
    this.users = users;
    this.encoder = encoder;
    this.out = out;
  }

  /**
   * @param file holds the password where it exists; null: one is made up
   */
  public void ensure(String person, Set<String> roles, @Nullable Path file) {
    if (file != null && Files.exists(file)) {
      fromFile(person, roles, file);
    } else if (users.find(person).isEmpty()) {
      String password = password();
      users.save(new LocalUsers.LocalUser(person, hash(password), roles));
      out.println("Inquest's gate: sign in as " + person + " with the password " + password);
      out.println("It is not shown again.");
    }
  }

  private void fromFile(String person, Set<String> roles, Path file) {
    String password = read(file);
    boolean current =
        users
            .find(person)
            .filter(user -> encoder.matches(password, user.passwordHash()))
            .filter(user -> user.roles().equals(roles))
            .isPresent();
    if (!current) {
      users.save(new LocalUsers.LocalUser(person, hash(password), roles));
    }
  }

  private String hash(String password) {
    return java.util.Objects.requireNonNull(encoder.encode(password));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the password file " + file + " cannot be read", e);
    }
  }

  private static String password() {
    byte[] bytes = new byte[15];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

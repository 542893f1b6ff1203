package dev.inquest.app.learn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.inquest.playbook.Catalogue;
import dev.inquest.playbook.Playbook;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Which playbooks were in force: SHA-256 over a line {@code <id> <sha256>} a playbook. */
final class PlaybooksDigest {
  private PlaybooksDigest() {}

  static String of(Catalogue catalogue) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Playbook playbook : catalogue.playbooks()) {
        digest.update((playbook.id() + ' ' + playbook.sha256() + '\n').getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

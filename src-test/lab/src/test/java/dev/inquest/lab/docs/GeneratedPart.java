package dev.inquest.lab.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a page that follows from the code, between two comments. */
final class GeneratedPart {
  private static final String BEGIN = "<!-- generated -->\n";
  private static final String END = "<!-- end of generated -->\n";
  private static final String WRITE = "inquest.docs.write";

  private GeneratedPart() {}

  /** Fails where the page says something else; with {@code -Dinquest.docs.write} mends it. */
  static void mustBe(String page, String expected) throws IOException {
    Path file = Checkout.root().resolve(page);
    String whole = Checkout.read(file);
    int begin = whole.indexOf(BEGIN);
    int end = whole.indexOf(END);
    assertThat(begin).as("%s has a line %s", page, BEGIN.strip()).isNotNegative();
    assertThat(end).as("%s has a line %s", page, END.strip()).isGreaterThan(begin);
    int from = begin + BEGIN.length();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(file, whole.substring(0, from) + expected + whole.substring(end));
      return;
    }
    assertThat(whole.substring(from, end))
        .as("%s differs from the code; regenerate it: see its first lines", page)
        .isEqualTo(expected);
  }
}

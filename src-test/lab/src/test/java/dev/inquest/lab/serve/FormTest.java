package dev.inquest.lab.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {
  private static final String PAGE =
      """
      <form action="/logout" method="post"><input type="hidden" name="_csrf" value="a"/></form>
      <form method="post" action="/proposals/pr-1/decisions">
        <input type="hidden" name="_csrf" value="b&amp;c"/>
        <input name="digest" value="d1" type="hidden">
        <input type="text" name="reason" value="none">
        <button name="decision" value="approve">Approve</button>
      </form>
      """;

  @Test
  void takesTheHiddenFieldsOfTheFormAskedFor() throws Exception {
    assertThat(Form.find(PAGE, "/decisions"))
        .isEqualTo(new Form("/proposals/pr-1/decisions", Map.of("_csrf", "b&c", "digest", "d1")));
  }

  @Test
  void saysSoWhereThereIsNone() {
    assertThatThrownBy(() -> Form.find(PAGE, "/login"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/login");
  }
}

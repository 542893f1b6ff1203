package dev.inquest.gate.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTest {
  /** The sorting example of RFC 8785, section 3.2.3: by UTF-16 code unit, not by code point. */
  @Test
  void sortsKeysByCodeUnit() {
    Map<String, Object> map = new HashMap<>();
    for (String key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
      map.put(key, true);
    }
    assertThat(CanonicalJson.text(map))
        .isEqualTo(
            "{\"\\r\":true,\"1\":true,\"\u0080\":true,\"\u00f6\":true,\"\u20ac\":true,"
                + "\"\ud83d\ude00\":true,\"\ufb33\":true}");
  }

  @Test
  void escapesOnlyWhatMustBe() {
    assertThat(CanonicalJson.text("\u20ac$\u000f\nA'B\"\\/\u007f\u2028<"))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\/\u007f\u2028<\"");
    assertThat(CanonicalJson.text("\b\f\t\r")).isEqualTo("\"\\b\\f\\t\\r\"");
  }

  @Test
  void theOrderOfInsertionDoesNotShow() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("a", 1);
    one.put("b", List.of());
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("b", List.of());
    other.put("a", 1L);
    assertThat(CanonicalJson.bytes(one)).isEqualTo(CanonicalJson.bytes(other));
  }

  @Test
  void nothingIsConfusedWithNothingElse() {
    assertThat(CanonicalJson.text(Arrays.asList(null, "", "null", List.of(), Map.of(), 0, "0")))
        .isEqualTo("[null,\"\",\"null\",[],{},0,\"0\"]");
    assertThat(CanonicalJson.text(List.of("a", "b"))).isNotEqualTo(CanonicalJson.text("a,b"));
    assertThat(CanonicalJson.text("e\u0301")).isNotEqualTo(CanonicalJson.text("\u00e9"));
    assertThat(CanonicalJson.text(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
  }

  static List<Object> withoutForm() {
    return List.of(
        1.5, 1.5f, 'c', new Object(), "\ud800", "\udc00x", Map.of(1, "key"), Map.of("\ud800", 1));
  }

  @ParameterizedTest
  @MethodSource("withoutForm")
  void whatHasNoOneFormIsRefused(@Nullable Object value) {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.bytes(value));
  }
}

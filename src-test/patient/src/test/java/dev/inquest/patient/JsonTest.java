package dev.inquest.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void writesWhatItIsGiven() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("text", "a \"b\" \\ \n");
    value.put("list", Arrays.asList(1, true, null));
    assertThat(Json.write(value))
        .isEqualTo("{\"text\":\"a \\\"b\\\" \\\\ \\u000a\",\"list\":[1,true,null]}");
  }
}

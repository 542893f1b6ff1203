package dev.inquest.app.incident;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.inquest.app.storage.StoredJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** The forms of a published description, to hold answers against. */
final class DescribedForms {
  private final Map<String, Object> document;

  DescribedForms(String openApi) {
    this.document = new Yaml(new SafeConstructor(new LoaderOptions())).load(openApi);
  }

  /** What in an answer is not as the named form has it; empty where all is. */
  List<String> differences(String form, JsonNode answer) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$ref", "#/components/schemas/" + form);
    schema.put("components", java.util.Objects.requireNonNull(document.get("components")));
    Schema compiled =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(StoredJson.write(schema));
    return compiled.validate(answer).stream().map(Object::toString).toList();
  }
}

package dev.inquest.playbooks.format;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of a playbook's front matter, {@code playbook.schema.json}. Thread-safe. */
final class PlaybookSchema {
  private static final String RESOURCE = "/playbooks/playbook.schema.json";

  private final Schema schema;

  PlaybookSchema() {
    try (InputStream in = PlaybookSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("not on the class path");
      }
      schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    } catch (IOException e) {
      throw new FailureException(
          Failure.permanent("playbook-schema", RESOURCE, "the schema cannot be read"), e);
    }
  }

  void check(JsonNode frontMatter, YamlTree tree, String file, Violations violations) {
    schema
        .validate(frontMatter)
        .forEach(error -> {
          String pointer = error.getInstanceLocation().toString();
          String of = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.') + ": ";
          String own = error.getProperty() == null ? "" : "/" + error.getProperty();
          violations.add(file, tree.line(pointer + own), of + error.getMessage());
        });
  }
}

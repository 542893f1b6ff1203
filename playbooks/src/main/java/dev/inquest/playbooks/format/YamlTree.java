package dev.inquest.playbooks.format;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * YAML as a JSON tree that knows its lines. Only what JSON can say: no anchors, no tags of its own,
 * no key twice.
 */
final class YamlTree {
  private static final int MAX_NESTING_DEPTH = 16;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String file;
  private final Violations violations;
  private final Map<String, Integer> lines = new HashMap<>();
  private final IdentityHashMap<Node, Boolean> seen = new IdentityHashMap<>();

  YamlTree(String file, Violations violations) {
    this.file = file;
    this.violations = violations;
  }

  /** The tree; null, with a violation, where the text is not such YAML. */
  @Nullable JsonNode read(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_NESTING_DEPTH);
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(PlaybookParser.MAX_FILE_BYTES);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(yaml));
      if (root == null) {
        violations.add(file, FrontMatter.YAML_LINE, "the front matter is empty");
        return null;
      }
      return value(root, "");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      violations.add(file, FrontMatter.YAML_LINE + line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      violations.add(file, FrontMatter.YAML_LINE, "not YAML: " + e.getMessage());
    }
    return null;
  }

  /** The line of a value by its JSON pointer, or of the nearest one around it. */
  int line(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return lines.getOrDefault(at, FrontMatter.YAML_LINE);
  }

  private JsonNode value(Node node, String pointer) {
    int line = FrontMatter.YAML_LINE + node.getStartMark().getLine();
    lines.put(pointer, line);
    if (seen.put(node, true) != null) {
      violations.add(file, line, "anchors and aliases are not allowed");
      return JSON.nullNode();
    }
    return switch (node) {
      case MappingNode mapping -> object(mapping.getValue(), pointer);
      case SequenceNode sequence -> array(sequence.getValue(), pointer);
      case ScalarNode scalar -> scalar(scalar, line);
      default -> JSON.nullNode();
    };
  }

  private ObjectNode object(List<NodeTuple> tuples, String pointer) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple tuple : tuples) {
      int line = FrontMatter.YAML_LINE + tuple.getKeyNode().getStartMark().getLine();
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        violations.add(file, line, "a key must be a text");
      } else if (object.has(key.getValue())) {
        violations.add(file, line, "the key " + key.getValue() + " stands twice");
      } else {
        String at = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
        object.set(key.getValue(), value(tuple.getValueNode(), at));
        lines.put(at, line);
      }
    }
    return object;
  }

  private ArrayNode array(List<Node> nodes, String pointer) {
    ArrayNode array = JSON.arrayNode();
    for (Node node : nodes) {
      array.add(value(node, pointer + "/" + array.size()));
    }
    return array;
  }

  private JsonNode scalar(ScalarNode scalar, int line) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    } else if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(text.equalsIgnoreCase("true"));
    } else if (tag.equals(Tag.INT) && text.matches("[-+]?\\d{1,18}")) {
      return JSON.numberNode(Long.parseLong(text));
    } else if (tag.equals(Tag.FLOAT) && text.matches("[-+.\\deE]+")) {
      return JSON.numberNode(Double.parseDouble(text));
    } else if (!tag.equals(Tag.STR) && !tag.equals(Tag.TIMESTAMP)) {
      violations.add(file, line, "not allowed here: " + tag.getValue());
    }
    return JSON.stringNode(text);
  }
}

package dev.inquest.playbooks.evolve.edit;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A playbook's file whose front matter is known by the places of its parts, so that a part can be
 * changed and every other character stays.
 */
final class YamlText {
  private static final String FENCE = "---\n";
  private static final int MAX_NESTING_DEPTH = 16;

  private final String text;
  private final Node root;

  private YamlText(String text, Node root) {
    this.text = text;
    this.root = root;
  }

  /**
   * @param text a valid playbook's
   */
  static YamlText of(String text) {
    int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_NESTING_DEPTH);
    // The fence's line is left in as the beginning of a document: places are those of the file.
    return new YamlText(
        text,
        new Yaml(new SafeConstructor(options))
            .compose(new StringReader(text.substring(0, end + 1))));
  }

  String body() {
    return text.substring(text.indexOf("\n" + FENCE, FENCE.length() - 1) + 1 + FENCE.length());
  }

  String front() {
    return text.substring(0, text.length() - body().length());
  }

  /** Null where there is nothing. */
  @Nullable Node at(String pointer) {
    Node node = root;
    for (String key : pointer.substring(1).split("/", -1)) {
      Node next = child(node, key);
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  private static @Nullable Node child(Node node, String key) {
    if (node instanceof SequenceNode sequence) {
      int index = Integer.parseInt(key);
      return index < sequence.getValue().size() ? sequence.getValue().get(index) : null;
    }
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .filter(tuple -> key(tuple).equals(key))
          .map(NodeTuple::getValueNode)
          .findFirst()
          .orElse(null);
    }
    return null;
  }

  /** Empty where there is no such scalar. */
  Optional<String> scalar(String pointer) {
    return at(pointer) instanceof ScalarNode scalar
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** Empty where there is no such sequence. */
  List<String> texts(String pointer) {
    List<String> texts = new ArrayList<>();
    if (at(pointer) instanceof SequenceNode sequence) {
      sequence.getValue().forEach(n -> texts.add(((ScalarNode) n).getValue()));
    }
    return texts;
  }

  List<String> keys(String pointer) {
    return at(pointer) instanceof MappingNode mapping
        ? mapping.getValue().stream().map(YamlText::key).toList()
        : List.of();
  }

  int size(String pointer) {
    return at(pointer) instanceof CollectionNode<?> all ? all.getValue().size() : 0;
  }

  /** Empty where there is no such scalar. */
  Optional<String> withScalar(String pointer, String value) {
    return at(pointer) instanceof ScalarNode scalar
        ? Optional.of(spliced(from(scalar), to(scalar), value))
        : Optional.empty();
  }

  /** Empty where there is no such sequence or it would be an empty one. */
  Optional<String> withTexts(String pointer, List<String> texts) {
    if (!(at(pointer) instanceof SequenceNode sequence) || texts.isEmpty()) {
      return Optional.empty();
    }
    if (sequence.getFlowStyle() == FlowStyle.FLOW) {
      return Optional.of(
          spliced(from(sequence), to(sequence), "[" + String.join(", ", texts) + "]"));
    }
    String between = "\n" + " ".repeat(column(from(sequence))) + "- ";
    int end = to(sequence.getValue().getLast());
    return Optional.of(spliced(from(sequence), end, "- " + String.join(between, texts)));
  }

  /** Empty where there is no such mapping or nothing stands in it. */
  Optional<String> withKey(String pointer, String key, String value) {
    if (!(at(pointer) instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
      return Optional.empty();
    }
    int end = to(mapping.getValue().getLast().getValueNode());
    if (mapping.getFlowStyle() == FlowStyle.FLOW) {
      return Optional.of(spliced(end, end, ", " + key + ": " + value));
    }
    int line = text.indexOf('\n', end);
    String indent = " ".repeat(column(from(mapping.getValue().getFirst().getKeyNode())));
    return Optional.of(spliced(line, line, "\n" + indent + key + ": " + value));
  }

  /** Empty where there is no such key or no other one. */
  Optional<String> withoutKey(String pointer, String key) {
    if (!(at(pointer) instanceof MappingNode mapping) || mapping.getValue().size() < 2) {
      return Optional.empty();
    }
    List<NodeTuple> tuples = mapping.getValue();
    for (int i = 0; i < tuples.size(); i++) {
      if (key(tuples.get(i)).equals(key)) {
        return Optional.of(
            mapping.getFlowStyle() == FlowStyle.FLOW
                ? withoutInFlow(tuples, i)
                : withoutLines(from(tuples.get(i).getKeyNode()), to(tuples.get(i).getValueNode())));
      }
    }
    return Optional.empty();
  }

  private String withoutInFlow(List<NodeTuple> tuples, int i) {
    return i == 0
        ? spliced(from(tuples.get(0).getKeyNode()), from(tuples.get(1).getKeyNode()), "")
        : spliced(to(tuples.get(i - 1).getValueNode()), to(tuples.get(i).getValueNode()), "");
  }

  /** Only one item of a block sequence; empty where it is none or has no such item. */
  Optional<String> withOnly(String pointer, int index) {
    if (!(at(pointer) instanceof SequenceNode sequence)
        || sequence.getFlowStyle() == FlowStyle.FLOW
        || index >= sequence.getValue().size()) {
      return Optional.empty();
    }
    List<Node> items = sequence.getValue();
    String kept = text.substring(lineStart(from(items.get(index))), lineEnd(end(items.get(index))));
    return Optional.of(
        spliced(lineStart(from(items.getFirst())), lineEnd(end(items.getLast())), kept));
  }

  /** Where a node's text ends; a block's own mark is that of whatever follows. */
  private int end(Node node) {
    if (node instanceof CollectionNode<?> all && all.getFlowStyle() != FlowStyle.FLOW) {
      Object last = all.getValue().getLast();
      return end(last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last);
    }
    return to(node);
  }

  private String withoutLines(int from, int to) {
    return spliced(lineStart(from), lineEnd(to), "");
  }

  private String spliced(int from, int to, String middle) {
    return text.substring(0, from) + middle + text.substring(to);
  }

  private int lineStart(int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Just behind the line feed. */
  private int lineEnd(int at) {
    return text.indexOf('\n', at) + 1;
  }

  private int column(int at) {
    return at - lineStart(at);
  }

  private int from(Node node) {
    return offset(node.getStartMark());
  }

  private int to(Node node) {
    return offset(node.getEndMark());
  }

  /** YAML counts code points. */
  private int offset(Mark mark) {
    return text.offsetByCodePoints(0, mark.getIndex());
  }

  private static String key(NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}

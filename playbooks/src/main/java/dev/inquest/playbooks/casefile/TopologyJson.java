package dev.inquest.playbooks.casefile;

import dev.inquest.topology.Topology;
import dev.inquest.topology.Topology.Edge;
import dev.inquest.topology.Topology.Node;
import dev.inquest.topology.Topology.NodeKind;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code topology.json}: nodes, and edges from caller to callee. */
public final class TopologyJson {
  private TopologyJson() {}

  public static byte[] write(Topology topology) {
    ObjectNode object = JsonText.object();
    ArrayNode nodes = object.putArray("nodes");
    for (Node node : topology.nodes()) {
      ObjectNode one = nodes.addObject();
      one.put("id", node.id());
      one.put("kind", Names.wire(node.kind()));
      JsonText.putIfKnown(one, "service", node.service());
      JsonText.putIfKnown(one, "host", node.host());
    }
    ArrayNode edges = object.putArray("edges");
    for (Edge edge : topology.edges()) {
      edges.addObject().put("from", edge.from()).put("to", edge.to());
    }
    return (object.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  public static Topology read(byte[] bytes) {
    return read(CaseStream.open(bytes, "topology.json"), "topology.json");
  }

  public static Topology read(InputStream in, String file) {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    JsonCursor.document(
        in,
        file,
        cursor ->
            cursor.fields(name -> {
              switch (name) {
                case "nodes" -> cursor.elements(() -> nodes.add(node(cursor)));
                case "edges" -> cursor.elements(() -> edges.add(edge(cursor)));
                default -> cursor.skip();
              }
            }));
    return new Topology(nodes, edges);
  }

  private static Node node(JsonCursor cursor) {
    Map<String, String> texts = new HashMap<>();
    @Nullable NodeKind[] kind = {null};
    cursor.fields(name -> {
      switch (name) {
        case "kind" -> kind[0] = Names.of(NodeKind.class, cursor);
        case "id", "service", "host" -> put(texts, name, cursor.textOrNull());
        default -> cursor.skip();
      }
    });
    String id = texts.get("id");
    NodeKind found = kind[0];
    if (id == null || found == null) {
      throw cursor.malformed("a node needs id and kind");
    }
    return new Node(id, found, texts.get("service"), texts.get("host"));
  }

  private static void put(Map<String, String> texts, String name, @Nullable String value) {
    if (value != null) {
      texts.put(name, value);
    }
  }

  private static Edge edge(JsonCursor cursor) {
    Map<String, String> texts = cursor.texts();
    String from = texts.get("from");
    String to = texts.get("to");
    if (from == null || to == null) {
      throw cursor.malformed("an edge needs from and to");
    }
    return new Edge(from, to);
  }
}

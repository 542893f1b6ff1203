package dev.inquest.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that other programs read, changed: fields on the wire, topics, headers, routes, enums. */
final class ContractTraits {
  private static final Pattern TAGGED =
      Pattern.compile(
          "`(?:json|xml|yaml|avro|db|bson|protobuf|form)\\s*:|@(?:JsonProperty|SerializedName|SerialName|XmlElement"
              + "|Json|Column|Field|Header|RequestParam|PathVariable|KafkaListener|RabbitListener|JmsListener"
              + "|GetMapping|PostMapping|RequestMapping|Path|JsonAlias|JsonTypeName)\\b"
              + "|\\b(?:alias|serialization_alias|data_key|rename|field_name|topic|queue|exchange|routing_key)\\s*[=(:]"
              + "|#\\[serde");
  private static final Pattern REQUIRED = Pattern.compile("(?i)\\brequired\\b");
  private static final Pattern QUOTED = Pattern.compile("[\"']([A-Za-z_][\\w.\\-/:{}]*)[\"']");
  private static final Pattern PROTO_FIELD =
      Pattern.compile(
          "\\s*(?:optional |repeated |required )?[\\w.<>, ]+\\s+(\\w+)\\s*=\\s*(\\d+)\\s*;.*");
  private static final Set<String> SCHEMA_ENDINGS =
      Set.of("proto", "avsc", "avdl", "graphql", "graphqls", "thrift", "xsd", "wsdl", "fbs");
  private static final double ALIKE = 0.4;

  private ContractTraits() {}

  static List<Trait> read(DiffBlock block, String path) {
    String ending = path.substring(path.lastIndexOf('.') + 1);
    List<Trait> traits = new ArrayList<>();
    for (String old : block.removed()) {
      if (!speaks(old, ending)) {
        continue;
      }
      String now =
          block.added().stream()
              .filter(line -> speaks(line, ending) || old.isBlank())
              .filter(line -> CodeTokens.likeness(old, line) >= ALIKE)
              .max(java.util.Comparator.comparingDouble(l -> CodeTokens.likeness(old, l)))
              .orElse("");
      Set<String> lost = names(old, ending);
      block.added().forEach(line -> lost.removeAll(names(line, ending)));
      for (String name : lost) {
        Direction direction = now.isEmpty() ? Direction.REMOVED : Direction.CHANGED;
        traits.add(Trait.structure(Mechanism.CONTRACT, direction, name, path));
      }
    }
    return traits;
  }

  private static boolean speaks(String line, String ending) {
    return SCHEMA_ENDINGS.contains(ending)
        || TAGGED.matcher(line).find()
        || REQUIRED.matcher(line).find();
  }

  private static Set<String> names(String line, String ending) {
    Set<String> names = new HashSet<>();
    Matcher quoted = QUOTED.matcher(line);
    while (quoted.find()) {
      names.add(quoted.group(1));
    }
    Matcher field = PROTO_FIELD.matcher(line);
    if (SCHEMA_ENDINGS.contains(ending) && field.matches()) {
      names.add(field.group(1) + "=" + field.group(2));
    }
    return names;
  }
}

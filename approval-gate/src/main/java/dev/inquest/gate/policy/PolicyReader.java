package dev.inquest.gate.policy;

import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.audit.Sha256;
import dev.inquest.proposal.ProposalKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a policy file; unknown keys and values out of range are complaints, all told together. */
public final class PolicyReader {
  private static final int MAX_BYTES = 64 * 1024;
  private static final Duration MAX_WAIT = Duration.ofDays(7);

  private PolicyReader() {}

  /** The policy used where none is named. */
  public static Policy builtIn() {
    try (InputStream in = PolicyReader.class.getResourceAsStream("/policy/default.yml")) {
      if (in == null) {
        throw new IllegalStateException("the built-in policy is missing from the class path");
      }
      return read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws FailureException {@code policy-invalid}, naming every complaint
   */
  public static Policy read(byte[] file) {
    List<String> complaints = new ArrayList<>();
    if (file.length > MAX_BYTES) {
      throw invalid(List.of("the policy is over " + MAX_BYTES + " bytes"));
    }
    YamlNode root = new YamlNode("", parse(file), complaints);
    root.onlyKeys("version", "expiry", "warrant", "shapes", "limits", "approve", "guarded");
    root.number("version", 1, 1);
    YamlNode shapes = root.map("shapes").onlyKeys("migration", "revert", "playbook");
    Map<ProposalKind, Risk> kinds = kinds(shapes);
    boolean unique = shapes.has("migration") && shapes.map("migration").flag("unique-indexes");
    Map<Risk, Policy.Rule> rules = rules(root.map("approve").onlyKeys("low", "medium", "high"));
    Policy.Limits limits = limits(root.map("limits"));
    Duration expiry = root.duration("expiry", MAX_WAIT);
    Duration warrant = root.duration("warrant", MAX_WAIT);
    List<String> guarded = root.texts("guarded");
    if (!complaints.isEmpty()) {
      throw invalid(complaints);
    }
    return new Policy(Sha256.hex(file), expiry, warrant, kinds, unique, limits, rules, guarded);
  }

  private static Object parse(byte[] file) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(10);
    try {
      Object root =
          new Yaml(new SafeConstructor(options)).load(new String(file, StandardCharsets.UTF_8));
      return root == null ? Map.of() : root;
    } catch (YAMLException e) {
      throw new FailureException(
          Failure.permanent(
              "policy-invalid", "policy", "the policy is not YAML: " + e.getMessage()),
          e);
    }
  }

  private static Map<ProposalKind, Risk> kinds(YamlNode shapes) {
    Map<ProposalKind, Risk> kinds = new EnumMap<>(ProposalKind.class);
    for (ProposalKind kind :
        List.of(ProposalKind.MIGRATION, ProposalKind.REVERT, ProposalKind.PLAYBOOK)) {
      String key = kind.name().toLowerCase(Locale.ROOT);
      if (shapes.has(key)) {
        YamlNode shape = shapes.map(key).onlyKeys("risk", "unique-indexes");
        kinds.put(kind, risk(shape));
      }
    }
    return kinds;
  }

  private static Risk risk(YamlNode shape) {
    return Risk.parse(shape.text("risk"))
        .orElseGet(() -> {
          shape.complain("risk", "must be low, medium or high");
          return Risk.HIGH;
        });
  }

  private static Policy.Limits limits(YamlNode node) {
    node.onlyKeys("open-per-service", "asked-per-hour", "rejected-stays");
    return new Policy.Limits(
        node.number("open-per-service", 1, 100),
        node.number("asked-per-hour", 1, 1000),
        node.duration("rejected-stays", Duration.ofDays(90)));
  }

  private static Map<Risk, Policy.Rule> rules(YamlNode approve) {
    Map<Risk, Policy.Rule> rules = new EnumMap<>(Risk.class);
    for (Risk risk : Risk.values()) {
      rules.put(risk, rule(approve.map(risk.text())));
    }
    return rules;
  }

  private static Policy.Rule rule(YamlNode node) {
    node.onlyKeys("people", "roles", "not-the-author", "action", "api-tokens");
    Action action = Action.parse(node.text("action")).orElse(null);
    if (action == null) {
      node.complain("action", "must be open or open-and-merge");
    }
    Set<String> roles = Set.copyOf(node.texts("roles"));
    if (roles.isEmpty()) {
      node.complain("roles", "must name at least one role");
    }
    return new Policy.Rule(
        node.number("people", 1, 10),
        roles,
        node.flag("not-the-author"),
        action == null ? Action.OPEN : action,
        node.flag("api-tokens"));
  }

  private static FailureException invalid(List<String> complaints) {
    return new FailureException(
        Failure.permanent("policy-invalid", "policy", String.join("; ", complaints)));
  }
}

package dev.inquest.app.cli.local;

import dev.inquest.gate.policy.Policy;
import dev.inquest.gate.policy.Risk;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A policy in the words of its file.
 *
 * @param sha256 as it stands in every warrant
 * @param expiry ISO-8601
 * @param shapes the least risk of each accepted shape
 */
record EffectivePolicy(
    String sha256,
    String expiry,
    String warrant,
    Map<String, String> shapes,
    boolean uniqueIndexes,
    Limits limits,
    List<Rule> approve,
    List<String> guarded) {
  /** How often people may be asked. */
  record Limits(int openPerService, int askedPerHour, String rejectedStays) {}

  /** Who may approve one risk. */
  record Rule(
      String risk,
      int people,
      List<String> roles,
      boolean notTheAuthor,
      String action,
      boolean apiTokens) {
    static Rule of(Risk risk, Policy.Rule rule) {
      return new Rule(
          risk.text(),
          rule.people(),
          rule.roles().stream().sorted().toList(),
          rule.notTheAuthor(),
          rule.action().text(),
          rule.apiTokens());
    }
  }

  static EffectivePolicy of(Policy policy) {
    Map<String, String> shapes = new TreeMap<>();
    policy
        .shapes()
        .forEach((kind, risk) -> shapes.put(kind.name().toLowerCase(Locale.ROOT), risk.text()));
    Policy.Limits limits = policy.limits();
    return new EffectivePolicy(
        policy.sha256(),
        policy.expiry().toString(),
        policy.warrant().toString(),
        shapes,
        policy.uniqueIndexes(),
        new Limits(
            limits.openPerService(), limits.askedPerHour(), limits.rejectedStays().toString()),
        Arrays.stream(Risk.values()).map(risk -> Rule.of(risk, policy.rule(risk))).toList(),
        policy.guarded());
  }
}

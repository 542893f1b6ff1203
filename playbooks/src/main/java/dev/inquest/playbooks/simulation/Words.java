package dev.inquest.playbooks.simulation;

import java.util.List;

/** What things in a made-up company are called. */
final class Words {
  static final List<String> SUBJECTS =
      List.of(
          "booking",
          "ticket",
          "voucher",
          "invoice",
          "ledger",
          "parcel",
          "route",
          "fleet",
          "depot",
          "menu",
          "recipe",
          "review",
          "profile",
          "avatar",
          "badge",
          "lesson",
          "course",
          "exam",
          "clinic",
          "visit",
          "claim",
          "policy",
          "quote",
          "tariff",
          "meter",
          "sensor",
          "reading",
          "alarm",
          "lease",
          "tenant",
          "estate",
          "survey",
          "ballot",
          "grant",
          "archive",
          "album",
          "track",
          "playlist",
          "stream",
          "lobby",
          "match",
          "score",
          "league",
          "wager",
          "roster",
          "shift",
          "payroll",
          "bonus",
          "offer",
          "basket",
          "refund",
          "stock",
          "label",
          "price",
          "coupon",
          "wallet",
          "harbour",
          "berth",
          "cargo",
          "crane");

  static final List<String> SUFFIXES = List.of("", "-api", "-svc", "-core", "-hub", "-engine");

  static final List<String> ENTRIES = List.of("edge", "portal", "storefront", "mobile-bff", "web");

  static final List<String> OTHER_TEAMS =
      List.of("corp-identity", "group-tax", "shared-consent", "platform-geo", "company-search");

  static final List<String> EXTERNALS =
      List.of(
          "api.cardbridge.example",
          "sms.pingpost.example",
          "maps.terrano.example",
          "mail.letterwing.example",
          "rates.fxpond.example",
          "kyc.trueface.example");

  static final List<String> LANGUAGES = List.of("java", "go", "python", "typescript");

  static final List<String> COLUMNS =
      List.of("owner_id", "status", "created_at", "region_code", "external_ref", "batch_id");

  static final List<String> VERBS = List.of("get", "list", "create", "update", "search", "confirm");

  static final List<String> ZONES = List.of("zone-a", "zone-b", "zone-c");

  private Words() {}

  /** What a table of such things is called. */
  static String plural(String noun) {
    if (noun.endsWith("y") && !noun.endsWith("ay")) {
      return noun.substring(0, noun.length() - 1) + "ies";
    }
    return noun.endsWith("s") || noun.endsWith("ch") || noun.endsWith("x")
        ? noun + "es"
        : noun + "s";
  }
}

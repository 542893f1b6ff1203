package dev.inquest.gate.proposal;

import dev.inquest.gate.policy.TextRules;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.proposal.ProposalKind;
import dev.inquest.proposal.ProposedFile;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the agent asks for, and trusts none of it. */
final class DraftReader {
  private static final Set<String> KEYS =
      Set.of(
          "kind",
          "incident",
          "service",
          "baseSha",
          "files",
          "revertOf",
          "message",
          "title",
          "description",
          "rollback",
          "evidence",
          "stated");
  private static final int MAX_FILES = 50;
  private static final int MAX_EVIDENCE = 200;
  private static final int MAX_STATED = 60;
  private static final int LINE_CHARS = 300;
  private static final int TEXT_CHARS = 30_000;

  private DraftReader() {}

  /**
   * @throws dev.inquest.failure.FailureException {@code request-malformed} or {@code text-…}
   */
  static ProposalDraft read(String body) {
    Json json = Json.read(body, "the request").onlyKeys(KEYS);
    ProposalDraft draft =
        new ProposalDraft(
            kind(json.text("kind")),
            json.text("incident"),
            json.text("service"),
            json.text("baseSha"),
            json.objects("files", MAX_FILES).stream().map(DraftReader::file).toList(),
            json.textOrNull("revertOf"),
            json.text("message"),
            json.text("title"),
            json.text("description"),
            json.text("rollback"),
            json.texts("evidence", MAX_EVIDENCE),
            json.textMap("stated", MAX_STATED));
    checkTexts(draft);
    return draft;
  }

  private static ProposedFile file(Json json) {
    json.onlyKeys(Set.of("path", "content"));
    String content = json.textOrNull("content");
    return new ProposedFile(json.text("path"), content);
  }

  private static ProposalKind kind(String text) {
    return switch (text) {
      case "migration" -> ProposalKind.MIGRATION;
      case "revert" -> ProposalKind.REVERT;
      case "config" -> ProposalKind.CONFIG;
      case "playbook" -> ProposalKind.PLAYBOOK;
      default -> throw Json.malformed("the kind must be migration, revert, config or playbook");
    };
  }

  private static void checkTexts(ProposalDraft draft) {
    TextRules.checkLine("incident", draft.incident(), 100);
    TextRules.checkLine("service", draft.service(), 100);
    TextRules.checkLine("title", draft.title(), LINE_CHARS);
    TextRules.check("message", draft.message(), TEXT_CHARS);
    TextRules.check("description", draft.description(), TEXT_CHARS);
    TextRules.check("rollback", draft.rollback(), TEXT_CHARS);
    draft.evidence().forEach(id -> TextRules.checkLine("evidence", id, 100));
    draft.stated().forEach(DraftReader::checkStated);
    draft.files().forEach(DraftReader::checkFile);
    requireText("message", draft.message());
    requireText("rollback", draft.rollback());
    requireUniquePaths(draft.files());
  }

  private static void checkStated(String key, String value) {
    TextRules.checkLine("stated", key, 100);
    TextRules.check("stated", value, TEXT_CHARS);
  }

  private static void checkFile(ProposedFile file) {
    @Nullable String content = file.content();
    if (content != null) {
      TextRules.check("file", content, Json.MAX_CHARS);
    }
  }

  private static void requireText(String what, String text) {
    if (text.isBlank()) {
      throw Json.malformed(what + " is empty");
    }
  }

  private static void requireUniquePaths(List<ProposedFile> files) {
    if (files.stream().map(ProposedFile::path).distinct().count() != files.size()) {
      throw Json.malformed("a path is named twice");
    }
  }
}

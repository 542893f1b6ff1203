package dev.inquest.app.playbooks;

import static java.util.Objects.requireNonNullElse;

import dev.inquest.app.access.Problems;
import dev.inquest.app.storage.Proposals;
import dev.inquest.app.storage.Proposals.Proposal;
import dev.inquest.app.storage.StoredJson;
import dev.inquest.failure.Failure;
import dev.inquest.failure.FailureException;
import dev.inquest.gate.playbook.PlaybookFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/playbooks}: asks for other playbooks, and tells how they did unseen. */
@RestController
@RequestMapping("/api/v1/playbooks")
class PlaybookApi {
  /** The gate reads no request over a megabyte. */
  private static final int MAX_BYTES = 900_000;

  private static final int MAX_TITLE_CHARS = 300;
  private static final int MAX_DESCRIPTION_CHARS = 30_000;
  private static final int MAX_STATED = 20;
  private static final int MAX_FILES = 50;
  private static final int MAX_TALLIES = 50;

  private final PlaybooksInUse playbooks;
  private final AskForPlaybooks asking;
  private final Proposals proposals;
  private final ShadowDiagnoses shadows;

  PlaybookApi(
      PlaybooksInUse playbooks,
      AskForPlaybooks asking,
      Proposals proposals,
      ShadowDiagnoses shadows) {
    this.playbooks = playbooks;
    this.asking = asking;
    this.proposals = proposals;
    this.shadows = shadows;
  }

  /**
   * What is asked.
   *
   * @param before digest of the catalogue it was made from
   * @param files text by file name
   * @param stated what speaks for it, by name
   */
  record Wish(
      @Nullable String before,
      @Nullable Map<String, String> files,
      @Nullable String title,
      @Nullable String description,
      @Nullable Map<String, String> stated) {}

  /**
   * Where a wish stands.
   *
   * @param proposal the gate's; null while it has not answered
   * @param state waiting, then as of the proposal
   */
  record Asked(UUID request, @Nullable String proposal, String state, @Nullable String reason) {}

  @PostMapping(path = "/proposals", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> ask(HttpServletRequest request, Principal principal) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      return Problems.answer(
          HttpStatus.CONTENT_TOO_LARGE, "too-large", "The body is over " + MAX_BYTES + " bytes.");
    }
    Wish wish = read(body);
    PlaybookFiles files =
        PlaybookFiles.of(new TreeMap<>(requireNonNullElse(wish.files(), Map.of())));
    requireForm(wish, files);
    String inUse = playbooks.now().sha256();
    if (!inUse.equals(wish.before())) {
      return Problems.answer(
          HttpStatus.CONFLICT,
          "catalogue-changed",
          "It was made from other playbooks than are in use, " + inUse.substring(0, 12) + ".");
    }
    Map<String, String> stated = new TreeMap<>(requireNonNullElse(wish.stated(), Map.of()));
    stated.put("asked_by", principal.getName());
    UUID id =
        asking.adopt(
            inUse,
            files,
            requireNonNullElse(wish.title(), ""),
            requireNonNullElse(wish.description(), ""),
            stated);
    return ResponseEntity.accepted().body(new Asked(id, null, "waiting", null));
  }

  private static Wish read(byte[] body) {
    try {
      return StoredJson.read(new String(body, StandardCharsets.UTF_8), Wish.class);
    } catch (FailureException e) {
      throw new FailureException(malformed("the body is not JSON of the described form"), e);
    }
  }

  private void requireForm(Wish wish, PlaybookFiles files) {
    int title = requireNonNullElse(wish.title(), "").strip().length();
    boolean bounded =
        title > 0
            && title <= MAX_TITLE_CHARS
            && requireNonNullElse(wish.description(), "").length() <= MAX_DESCRIPTION_CHARS
            && requireNonNullElse(wish.stated(), Map.of()).size() <= MAX_STATED
            && said(wish.stated())
            && said(wish.files())
            && files.texts().size() <= MAX_FILES;
    if (wish.before() == null || !bounded) {
      throw new FailureException(
          malformed(
              "before, files (at most 50), a title of one line and a description of at most 30000"
                  + " characters are needed"));
    }
    List<String> complaints = new CatalogueRules().complaints(files, files);
    if (!complaints.isEmpty()) {
      throw new FailureException(
          Failure.permanent("playbooks-invalid", "playbooks", String.join("; ", complaints)));
    }
  }

  /** A name without a text is none. */
  private static boolean said(@Nullable Map<String, String> texts) {
    return texts == null || texts.values().stream().allMatch(Objects::nonNull);
  }

  private static Failure malformed(String why) {
    return Failure.permanent("malformed", "playbooks", why);
  }

  /**
   * How two catalogues did on the same live incidents.
   *
   * @param shown digest of the catalogue whose diagnoses people were shown
   * @param p of McNemar's exact test, one-sided: that the other did as well by chance
   */
  record Compared(
      String shown,
      String other,
      int incidents,
      int labelled,
      int shownRight,
      int otherRight,
      int onlyShown,
      int onlyOther,
      double p) {
    static Compared of(Tally tally) {
      return new Compared(
          tally.shownSha256(),
          tally.otherSha256(),
          tally.incidents(),
          tally.labelled(),
          tally.shownRight(),
          tally.otherRight(),
          tally.onlyShown(),
          tally.onlyOther(),
          tally.p());
    }
  }

  @GetMapping("/record")
  Map<String, List<Compared>> record() {
    return Map.of("items", shadows.tallies(MAX_TALLIES).stream().map(Compared::of).toList());
  }

  @GetMapping("/proposals/{request}")
  Asked asked(@PathVariable UUID request) {
    return proposals.of(AskForPlaybooks.SUBJECT).stream()
        .filter(each -> each.request().equals(request))
        .findFirst()
        .map(PlaybookApi::asked)
        .orElseGet(() -> new Asked(request, null, "waiting", null));
  }

  private static Asked asked(Proposal proposal) {
    return new Asked(proposal.request(), proposal.id(), proposal.state(), proposal.reason());
  }
}

package dev.inquest.gate.proposal;

import dev.inquest.gate.actuator.MergeRequest;
import dev.inquest.gate.policy.Risk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code gate.proposal}. Times are the database's. */
public final class ProposalStore {
  private static final String COLUMNS =
      "SELECT id, request, incident, kind, service, repository, target_branch, base_sha, digest,"
          + " risk, state, reason, body::text AS body, merge_request::text AS merge_request,"
          + " card_revision, created_at, asked_at, decided_at, opened_at, expires_at"
          + " FROM gate.proposal ";

  private final JdbcClient jdbc;

  public ProposalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Proposal> find(String id) {
    return jdbc.sql(COLUMNS + "WHERE id = :id")
        .param("id", id)
        .query(ProposalStore::row)
        .optional();
  }

  /** As {@link #find}, and nobody else changes it before the transaction ends. */
  public Optional<Proposal> lock(String id) {
    return jdbc.sql(COLUMNS + "WHERE id = :id FOR UPDATE")
        .param("id", id)
        .query(ProposalStore::row)
        .optional();
  }

  /** Newest first, those before {@code before} (exclusive), of one incident where given. */
  public List<Proposal> list(@Nullable String incident, Instant before, int limit) {
    return jdbc.sql(
            COLUMNS
                + "WHERE created_at < :before AND (:incident::text IS NULL OR incident = :incident)"
                + " ORDER BY created_at DESC, id LIMIT :limit")
        .param("before", before.atOffset(java.time.ZoneOffset.UTC))
        .param("incident", incident)
        .param("limit", limit)
        .query(ProposalStore::row)
        .list();
  }

  /** The open proposal of that digest. */
  public Optional<Proposal> openWith(String digest) {
    return jdbc.sql(
            COLUMNS + "WHERE digest = :digest AND state IN ('asked', 'approved', 'opened') LIMIT 1")
        .param("digest", digest)
        .query(ProposalStore::row)
        .optional();
  }

  /** Whether people said no to that change, whatever words came with it. */
  public boolean rejectedWithin(CheckedProposal checked, Duration span) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM gate.proposal WHERE state = 'rejected'"
                + " AND (digest = :digest OR repository = :repository"
                + " AND target_branch = :branch AND body -> 'files' = :files::jsonb)"
                + " AND decided_at > clock_timestamp() - make_interval(secs => :seconds))")
        .param("digest", checked.digest())
        .param("repository", checked.repository())
        .param("branch", checked.targetBranch())
        .param("files", StoredJson.write(checked.body().files()))
        .param("seconds", span.toSeconds())
        .query(Boolean.class)
        .single();
  }

  /**
   * Proposals of a service that are on their way. A merge request that nobody merged while it was
   * watched counts no longer: closed by hand, it would block the service for good.
   */
  public int openOf(String service, Duration watched) {
    return jdbc.sql(
            "SELECT count(*) FROM gate.proposal WHERE service = :service"
                + " AND (state IN ('asked', 'approved') OR state = 'opened'"
                + " AND opened_at > clock_timestamp() - make_interval(secs => :seconds))")
        .param("service", service)
        .param("seconds", watched.toSeconds())
        .query(Integer.class)
        .single();
  }

  public int askedWithin(Duration span) {
    return jdbc.sql(
            "SELECT count(*) FROM gate.proposal"
                + " WHERE asked_at > clock_timestamp() - make_interval(secs => :seconds)")
        .param("seconds", span.toSeconds())
        .query(Integer.class)
        .single();
  }

  /** Stores it as asked or refused, and gives its id. */
  public String insert(UUID request, CheckedProposal checked, String refusal, Duration expiry) {
    boolean refused = !refusal.isEmpty();
    return jdbc.sql(
            """
            INSERT INTO gate.proposal (id, request, incident, kind, service, repository,
              target_branch, base_sha, digest, risk, state, reason, body, card_revision,
              created_at, asked_at, expires_at)
            SELECT 'pr-' || left(:digest, 12) || '-' || 1 + count(*), :request, :incident, :kind,
              :service, :repository, :branch, :base, :digest, :risk, :state, :reason, :body::jsonb,
              :revision, clock_timestamp(), CASE WHEN :refused THEN NULL ELSE clock_timestamp() END,
              clock_timestamp() + make_interval(secs => :expiry)
            FROM gate.proposal WHERE left(digest, 12) = left(:digest, 12)
            RETURNING id
            """)
        .param("digest", checked.digest())
        .param("request", request)
        .param("incident", checked.incident())
        .param("kind", checked.kind())
        .param("service", checked.service())
        .param("repository", checked.repository())
        .param("branch", checked.targetBranch())
        .param("base", checked.baseSha())
        .param("risk", checked.risk().text())
        .param("state", refused ? "refused" : "asked")
        .param("reason", refused ? refusal : null)
        .param("body", StoredJson.write(checked.body()))
        .param("revision", refused ? 0 : 1)
        .param("refused", refused)
        .param("expiry", expiry.toSeconds())
        .query(String.class)
        .single();
  }

  /** Moves it on where it still is where it was; false where somebody else was faster. */
  public boolean move(String id, ProposalState from, ProposalState to, @Nullable String reason) {
    return jdbc.sql(
                """
                UPDATE gate.proposal SET state = :to, card_revision = card_revision + 1,
                  reason = coalesce(:reason, reason),
                  decided_at = CASE WHEN :decides THEN clock_timestamp() ELSE decided_at END
                WHERE id = :id AND state = :from
                """)
            .param("id", id)
            .param("from", from.text())
            .param("to", to.text())
            .param("reason", reason)
            .param("decides", to == ProposalState.APPROVED || to == ProposalState.REJECTED)
            .update()
        == 1;
  }

  /** Approved, and carried out. */
  public void opened(String id, MergeRequest mergeRequest) {
    jdbc.sql(
            """
            UPDATE gate.proposal SET state = 'opened', card_revision = card_revision + 1,
              merge_request = :mergeRequest::jsonb, opened_at = clock_timestamp()
            WHERE id = :id AND state = 'approved'
            """)
        .param("id", id)
        .param("mergeRequest", StoredJson.write(mergeRequest))
        .update();
  }

  /** People should see it anew. */
  public void touch(String id) {
    jdbc.sql("UPDATE gate.proposal SET card_revision = card_revision + 1 WHERE id = :id")
        .param("id", id)
        .update();
  }

  /** Asked, and over time by the database's clock; locked, oldest first. */
  public List<Proposal> lockOverdue(int limit) {
    return jdbc.sql(
            COLUMNS
                + "WHERE state = 'asked' AND expires_at <= clock_timestamp()"
                + " ORDER BY expires_at LIMIT :limit FOR UPDATE SKIP LOCKED")
        .param("limit", limit)
        .query(ProposalStore::row)
        .list();
  }

  /** In that state, decided or opened lately; oldest first. */
  public List<Proposal> in(ProposalState state, Duration span, int limit) {
    return jdbc.sql(
            COLUMNS
                + "WHERE state = :state"
                + " AND created_at > clock_timestamp() - make_interval(secs => :seconds)"
                + " ORDER BY created_at LIMIT :limit")
        .param("state", state.text())
        .param("seconds", span.toSeconds())
        .param("limit", limit)
        .query(ProposalStore::row)
        .list();
  }

  private static Proposal row(ResultSet row, int number) throws SQLException {
    return new Proposal(
        row.getString("id"),
        row.getObject("request", UUID.class),
        row.getString("incident"),
        row.getString("kind"),
        row.getString("service"),
        row.getString("repository"),
        row.getString("target_branch"),
        row.getString("base_sha"),
        row.getString("digest"),
        Risk.parse(row.getString("risk")).orElse(Risk.HIGH),
        ProposalState.parse(row.getString("state")),
        row.getString("reason"),
        StoredJson.read(row.getString("body"), ProposalBody.class),
        StoredJson.readOrNull(row.getString("merge_request"), MergeRequest.class),
        row.getInt("card_revision"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "asked_at"),
        instant(row, "decided_at"),
        instant(row, "opened_at"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}

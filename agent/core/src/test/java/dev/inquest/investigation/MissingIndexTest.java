package dev.inquest.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.diagnosis.Onset;
import dev.inquest.diagnosis.RefutedChange;
import dev.inquest.hypothesis.CauseKind;
import dev.inquest.proposal.ProposalDraft;
import dev.inquest.proposal.ProposedFile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MissingIndexTest {
  @Test
  void namesTheCommitRefutesTheInnocentAndProposesTheIndex() {
    Shop shop = Shop.at(1);
    MissingIndex.happen(shop, 1);
    Shop.Run run = shop.run();

    assertThat(run.diagnosis()).isInstanceOf(Diagnosis.Identified.class);
    Cause cause = run.diagnosis().details().causes().getFirst();
    assertThat(cause.kind()).isEqualTo(CauseKind.COMMIT);
    assertThat(cause.change()).isEqualTo(MissingIndex.CULPRIT);
    assertThat(cause.service()).isEqualTo("shop");
    assertThat(cause.indicator()).isEqualTo("orders.voucher_code,created_at");
    assertThat(cause.evidence()).isNotEmpty();
    assertThat(run.diagnosis().details().remediation()).isEqualTo("add-index");
    assertThat(run.diagnosis().details().refuted())
        .extracting(RefutedChange::change)
        .containsExactly(MissingIndex.EARLIER, MissingIndex.LATER);
    assertThat(run.diagnosis().details().refuted())
        .allSatisfy(refuted -> assertThat(refuted.reason()).isNotBlank())
        .allSatisfy(refuted -> assertThat(refuted.evidence()).isNotEmpty());

    assertThat(run.proposal()).isInstanceOf(ProposeResult.Draft.class);
    ProposalDraft draft = ((ProposeResult.Draft) run.proposal()).draft();
    assertThat(draft.files())
        .containsExactly(
            new ProposedFile(
                "db/migration/V007__add_index_orders_voucher_code_created_at.sql",
                """
                SET lock_timeout = '5s';
                DROP INDEX CONCURRENTLY IF EXISTS "idx_orders_voucher_code_created_at";
                CREATE INDEX CONCURRENTLY "idx_orders_voucher_code_created_at" ON "orders" ("voucher_code", "created_at");
                """),
            new ProposedFile(
                "db/migration/V007__add_index_orders_voucher_code_created_at.sql.conf",
                "executeInTransaction=false\n"));
    assertThat(draft.baseSha()).isEqualTo(FakeRepository.HEAD);
    assertThat(draft.description()).contains("### Ruled out", "### Not checked", "41 ms");
  }

  @Test
  void onsetLiesWhereItWasMade() {
    Shop shop = Shop.at(2);
    MissingIndex.happen(shop, 1);
    Onset onset = Objects.requireNonNull(shop.run().detection().onset());
    assertThat(onset.from()).isBefore(shop.time(Shop.ONSET));
    assertThat(onset.to())
        .isBetween(shop.time(Shop.ONSET), shop.time(Shop.ONSET).plus(MissingIndex.tolerance()));
  }

  @Test
  void everyCitedIdWasWritten() {
    Shop shop = Shop.at(3);
    MissingIndex.happen(shop, 1);
    Shop.Run run = shop.run();
    List<String> written = shop.book.written().stream().map(e -> e.id()).toList();
    assertThat(written)
        .containsAll(run.diagnosis().details().causes().getFirst().evidence())
        .containsAll(run.detection().shifts().stream().map(Shift::evidence).toList());
  }
}

package dev.inquest.gate.warrant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inquest.gate.audit.AuditEntry;
import dev.inquest.gate.audit.CanonicalJson;
import dev.inquest.gate.audit.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is done to an export is found. */
class AuditVerifierTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final SigningKey KEY = SigningKey.generate();

  private final List<AuditEntry> chain = chain("proposal-asked", 5);

  private static List<AuditEntry> chain(String kind, int size) {
    List<AuditEntry> entries = new ArrayList<>();
    String previous = AuditEntry.GENESIS;
    for (int seq = 1; seq <= size; seq++) {
      Instant at = Instant.parse("2026-03-01T03:00:00.000100Z").plusSeconds(seq);
      AuditEntry next =
          AuditEntry.link(previous, seq, at, kind, "pr-" + seq, Sha256.hex("body " + seq));
      entries.add(next);
      previous = next.hash();
    }
    return entries;
  }

  private static List<String> export(List<AuditEntry> entries) {
    return entries.stream().map(e -> MAPPER.writeValueAsString(e.toMap())).toList();
  }

  private static String checkpoint(long size, String hash, SigningKey key) {
    byte[] statement = CanonicalJson.bytes(Map.of("size", size, "hash", hash));
    return new String(Dsse.seal(Checkpoints.TYPE, statement, key), UTF_8);
  }

  private static AuditVerifier.Verdict verify(List<String> export, String checkpoint) {
    return new AuditVerifier(KEY.verifying()).verify(export.stream(), checkpoint);
  }

  private String signedHead() {
    return checkpoint(chain.size(), chain.getLast().hash(), KEY);
  }

  private void broken(List<String> export) {
    assertThat(verify(export, signedHead())).isInstanceOf(AuditVerifier.Verdict.Broken.class);
  }

  @Test
  void theUntouchedChainIsSound() {
    assertThat(verify(export(chain), signedHead())).isEqualTo(new AuditVerifier.Verdict.Sound(5));
    assertThat(verify(export(chain), checkpoint(3, chain.get(2).hash(), KEY)))
        .isEqualTo(new AuditVerifier.Verdict.Sound(5));
    assertThat(verify(List.of(), checkpoint(0, AuditEntry.GENESIS, KEY)))
        .isEqualTo(new AuditVerifier.Verdict.Sound(0));
  }

  @ParameterizedTest
  @CsvSource({
    "'\"seq\":3','\"seq\":4'",
    "'\"seq\":3','\"seq\":3.0'",
    "'\"seq\":3','\"seq\":\"3\"'",
    "'03:00:03.000100Z','03:00:04.000100Z'",
    "'03:00:03.000100Z','03:00:03.0001001Z'",
    "'03:00:03.000100Z','03:00:03.0001Z'",
    "'T03:00:03.000100Z','T04:00:03.000100+01:00'",
    "proposal-asked,proposal-refused",
    "pr-3,pr-4",
    "'\"subject\"','\"note\":\"x\",\"subject\"'",
    "'\"subject\"','\"seq\":3,\"subject\"'",
    "'{\"seq\"','[{\"seq\"'"
  })
  void anyEditOfAnEntryIsFound(String from, String to) {
    List<String> export = new ArrayList<>(export(chain));
    String edited = export.get(2).replace(from, to);
    assertThat(edited).isNotEqualTo(export.get(2));
    export.set(2, edited);
    broken(export);
  }

  @Test
  void anEditWithItsHashMadeAnewIsFoundByTheNextAndAtTheEndByTheCheckpoint() {
    broken(export(relinked(2)));
    broken(export(relinked(4)));
  }

  private List<AuditEntry> relinked(int index) {
    List<AuditEntry> edited = new ArrayList<>(chain);
    AuditEntry old = chain.get(index);
    edited.set(
        index,
        AuditEntry.link(
            old.prevHash(), old.seq(), old.at(), old.kind(), "pr-other", old.bodySha256()));
    return edited;
  }

  @Test
  void aWholeOtherChainIsFoundByTheCheckpoint() {
    broken(export(chain("proposal-refused", 5)));
  }

  @Test
  void leavingOutDoublingSwappingAndCuttingAreFound() {
    List<UnaryOperator<List<String>>> tricks =
        List.of(
            export -> export.subList(1, 5),
            export -> export.subList(0, 4),
            export -> {
              export.remove(2);
              return export;
            },
            export -> {
              export.add(2, export.get(2));
              return export;
            },
            export -> {
              Collections.swap(export, 1, 2);
              return export;
            },
            _ -> List.of());
    for (UnaryOperator<List<String>> trick : tricks) {
      broken(trick.apply(new ArrayList<>(export(chain))));
    }
  }

  @Test
  void aCheckpointOfAnotherKeyOrAnotherTypeProvesNothing() {
    assertThat(verify(export(chain), checkpoint(5, chain.getLast().hash(), SigningKey.generate())))
        .isInstanceOf(AuditVerifier.Verdict.Broken.class);
    byte[] statement = CanonicalJson.bytes(Map.of("size", 5, "hash", chain.getLast().hash()));
    String warrant = new String(Dsse.seal(WarrantStatement.TYPE, statement, KEY), UTF_8);
    assertThat(verify(export(chain), warrant)).isInstanceOf(AuditVerifier.Verdict.Broken.class);
  }
}

package dev.inquest.playbooks.evolve.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunKeyTest {
  private static final String DIGEST = "ab".repeat(32);
  private final RunKey key = new RunKey(new byte[32]);

  /** printf '\0\0\0\7'+digest | openssl dgst -sha256 -mac HMAC -macopt hexkey:00…00, first half. */
  @Test
  void theSeedIsTheHmacOfRoundAndDigest() {
    assertThat(key.confirmation(7, DIGEST).hex()).isEqualTo("8bb4a2c83e0c2465");
  }

  @Test
  void everyPurposeRoundDigestAndKeyHasItsOwn() {
    Set<Long> seeds = new HashSet<>();
    seeds.add(key.confirmation(7, DIGEST).seed());
    seeds.add(key.confirmation(8, DIGEST).seed());
    seeds.add(key.confirmation(7, "cd".repeat(32)).seed());
    seeds.add(key.other("guard", 7, DIGEST).seed());
    seeds.add(key.other("coin", 7, DIGEST).seed());
    seeds.add(RunKey.ofHex("01".repeat(32)).confirmation(7, DIGEST).seed());
    assertThat(seeds).hasSize(6);
  }

  @Test
  void aKeyHasThirtyTwoBytesAndComesBackFromItsText() {
    assertThatThrownBy(() -> new RunKey(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    assertThat(RunKey.ofHex(key.hex()).commitment()).isEqualTo(key.commitment());
  }

  /** The first numbers of SplitMix64 from 1234567, as published with other implementations. */
  @Test
  void theStreamIsSplitMix() {
    SeedStream stream = new SeedStream(1234567);
    assertThat(Long.toUnsignedString(stream.at(0))).isEqualTo("6457827717110365317");
    assertThat(Long.toUnsignedString(stream.at(1))).isEqualTo("3203168211198807973");
  }
}

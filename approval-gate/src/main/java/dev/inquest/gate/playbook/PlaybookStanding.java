package dev.inquest.gate.playbook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which playbooks hold.
 *
 * @param seq counts every act
 * @param act install, adopt, pin, rollback or revert
 * @param inUse a version's id: its digest, or {@code built-in}
 * @param previous where a rollback goes; null where there is nothing to go back to
 * @param shadow diagnoses along, unseen; null where none does
 */
public record PlaybookStanding(
    long seq,
    String act,
    String inUse,
    @Nullable String previous,
    @Nullable String shadow,
    String by,
    @Nullable String reason,
    Instant at) {}

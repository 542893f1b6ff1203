package dev.inquest.proposal;

import dev.inquest.change.RepositorySource;
import dev.inquest.diagnosis.Cause;
import dev.inquest.diagnosis.Diagnosis;
import dev.inquest.investigation.Gathered;
import dev.inquest.investigation.Scope;
import dev.inquest.topology.ServiceEntry;
import dev.inquest.verification.Examined;
import dev.inquest.verification.Witness;

/**
 * What a proposal stands on.
 *
 * @param baseSha head of the branch it is written against
 */
record Ground(
    String incident,
    Scope scope,
    Gathered gathered,
    Diagnosis diagnosis,
    Cause cause,
    Examined examined,
    ServiceEntry entry,
    String repository,
    RepositorySource source,
    String baseSha,
    Witness witness) {}

package dev.inquest.playbooks.replay;

import dev.inquest.investigation.Hearing;

/** A hearing of a case and the book in which it writes. */
record Opened(Hearing hearing, CaseBook book) {}

package dev.inquest.playbooks.evolve.loop;

import dev.inquest.playbooks.arena.Subject;
import dev.inquest.playbooks.evolve.record.Plan;

/** A plan and the playbooks that it means. */
record Planned(Plan plan, Subject.Files candidate) {}

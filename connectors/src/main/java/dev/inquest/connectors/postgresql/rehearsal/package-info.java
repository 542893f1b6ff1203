/**
 * Tries an index before anybody is asked to build it: on a sampled copy, in Inquest's own scratch
 * database, within one transaction that is always rolled back.
 */
@NullMarked
package dev.inquest.connectors.postgresql.rehearsal;

import org.jspecify.annotations.NullMarked;

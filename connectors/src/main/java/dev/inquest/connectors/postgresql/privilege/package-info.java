/** Proves that a role can read and cannot write. */
@NullMarked
package dev.inquest.connectors.postgresql.privilege;

import org.jspecify.annotations.NullMarked;

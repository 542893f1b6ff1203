/**
 * PostgreSQL as a witness: named probes through a role that is proved unable to write, and the
 * baseline that was sampled before anybody asked.
 */
@NullMarked
package dev.inquest.connectors.postgresql;

import org.jspecify.annotations.NullMarked;

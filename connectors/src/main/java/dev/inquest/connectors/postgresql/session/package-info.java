/** One short, bounded, read-only transaction against a database that is a witness. */
@NullMarked
package dev.inquest.connectors.postgresql.session;

import org.jspecify.annotations.NullMarked;

/**
 * Reads the text of a recorded statement: is it one harmless SELECT, what does it call, which
 * columns does it filter by? Nothing here talks to a database.
 */
@NullMarked
package dev.inquest.connectors.postgresql.statement;

import org.jspecify.annotations.NullMarked;

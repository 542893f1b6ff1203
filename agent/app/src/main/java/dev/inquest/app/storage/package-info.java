/**
 * Repositories over the one PostgreSQL: SQL with bind parameters only, JSON by the core's own
 * mapper.
 */
@NullMarked
package dev.inquest.app.storage;

import org.jspecify.annotations.NullMarked;

/** The append-only, hash-chained record of what was asked, decided and done. */
@NullMarked
package dev.inquest.gate.audit;

import org.jspecify.annotations.NullMarked;

/** The chain and its one spelling. */
@NullMarked
package dev.inquest.gate.audit;

import org.jspecify.annotations.NullMarked;

/** Hostile bytes, each refused by name. */
@NullMarked
package dev.inquest.gate.policy;

import org.jspecify.annotations.NullMarked;

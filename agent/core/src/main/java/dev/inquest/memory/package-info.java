/** Past incidents with their known causes, and what they say of a new one. */
@NullMarked
package dev.inquest.memory;

import org.jspecify.annotations.NullMarked;

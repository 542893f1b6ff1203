/** Benchmarks of the engine, each beside the denominator that its cost is told in. */
@NullMarked
package dev.inquest.lab.bench;

import org.jspecify.annotations.NullMarked;

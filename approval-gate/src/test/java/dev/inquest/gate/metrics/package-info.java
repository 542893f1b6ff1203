@NullMarked
package dev.inquest.gate.metrics;

import org.jspecify.annotations.NullMarked;

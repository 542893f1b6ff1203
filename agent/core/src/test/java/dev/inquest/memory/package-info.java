@NullMarked
package dev.inquest.memory;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.inquest.ranking;

import org.jspecify.annotations.NullMarked;

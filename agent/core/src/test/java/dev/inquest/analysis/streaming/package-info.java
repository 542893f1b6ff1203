@NullMarked
package dev.inquest.analysis.streaming;

import org.jspecify.annotations.NullMarked;

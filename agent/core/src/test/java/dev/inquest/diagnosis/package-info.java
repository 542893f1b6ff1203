@NullMarked
package dev.inquest.diagnosis;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.inquest.verification;

import org.jspecify.annotations.NullMarked;

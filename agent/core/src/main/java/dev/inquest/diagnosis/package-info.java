/** What an investigation concludes. */
@NullMarked
package dev.inquest.diagnosis;

import org.jspecify.annotations.NullMarked;

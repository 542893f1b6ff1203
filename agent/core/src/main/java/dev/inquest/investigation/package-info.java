/** The stages of an investigation and what each hands to the next. */
@NullMarked
package dev.inquest.investigation;

import org.jspecify.annotations.NullMarked;

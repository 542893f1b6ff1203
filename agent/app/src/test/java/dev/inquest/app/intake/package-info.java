/** Tests. */
@NullMarked
package dev.inquest.app.intake;

import org.jspecify.annotations.NullMarked;

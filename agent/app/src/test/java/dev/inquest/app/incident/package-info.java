/** Tests. */
@NullMarked
package dev.inquest.app.incident;

import org.jspecify.annotations.NullMarked;

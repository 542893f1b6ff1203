/** Tests. */
@NullMarked
package dev.inquest.app.investigation;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package dev.inquest.app.storage;

import org.jspecify.annotations.NullMarked;

/** Brings the schemas up to date, through the owner's role only. */
@NullMarked
package dev.inquest.app.migrate;

import org.jspecify.annotations.NullMarked;

/** Changes: deploys, commits, migrations, flags and config edits, and what their diffs can do. */
@NullMarked
package dev.inquest.change;

import org.jspecify.annotations.NullMarked;

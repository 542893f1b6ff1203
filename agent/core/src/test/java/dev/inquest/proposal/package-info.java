/** Migrations as a repository would write them. */
@NullMarked
package dev.inquest.proposal;

import org.jspecify.annotations.NullMarked;

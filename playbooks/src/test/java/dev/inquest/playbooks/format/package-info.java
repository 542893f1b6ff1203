/** Tests of playbooks as files. */
@NullMarked
package dev.inquest.playbooks.format;

import org.jspecify.annotations.NullMarked;

/** Tests of the case format. */
@NullMarked
package dev.inquest.playbooks.casefile;

import org.jspecify.annotations.NullMarked;

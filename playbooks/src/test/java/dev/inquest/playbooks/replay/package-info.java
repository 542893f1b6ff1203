/** Tests of replaying cases. */
@NullMarked
package dev.inquest.playbooks.replay;

import org.jspecify.annotations.NullMarked;

/** From a run of evolve to playbooks that diagnose, and back. */
@NullMarked
package dev.inquest.app.playbooks;

import org.jspecify.annotations.NullMarked;

/** The parameters the engine reads from playbooks. */
@NullMarked
package dev.inquest.playbook;

import org.jspecify.annotations.NullMarked;

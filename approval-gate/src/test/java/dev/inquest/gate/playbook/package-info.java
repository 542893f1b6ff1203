/** What two people must say before other playbooks are used, and how to go back. */
@NullMarked
package dev.inquest.gate.playbook;

import org.jspecify.annotations.NullMarked;

/** Versions of the playbooks: adopted by two people's word, tried unseen, pinned, rolled back. */
@NullMarked
package dev.inquest.gate.playbook;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.inquest.playbooks.memory;

import org.jspecify.annotations.NullMarked;

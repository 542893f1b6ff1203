@NullMarked
package dev.inquest.playbooks.arena;

import org.jspecify.annotations.NullMarked;

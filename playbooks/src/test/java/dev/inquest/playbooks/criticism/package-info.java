@NullMarked
package dev.inquest.playbooks.criticism;

import org.jspecify.annotations.NullMarked;

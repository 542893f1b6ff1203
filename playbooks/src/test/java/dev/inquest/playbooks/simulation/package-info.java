@NullMarked
package dev.inquest.playbooks.simulation;

import org.jspecify.annotations.NullMarked;

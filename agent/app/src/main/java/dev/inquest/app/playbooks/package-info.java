/**
 * Which playbooks diagnose live incidents, which diagnose along unseen, and how others are asked
 * for.
 */
@NullMarked
package dev.inquest.app.playbooks;

import org.jspecify.annotations.NullMarked;

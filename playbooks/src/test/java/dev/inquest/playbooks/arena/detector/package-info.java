/** Made series, their scoring and who is judged by it. */
@NullMarked
package dev.inquest.playbooks.arena.detector;

import org.jspecify.annotations.NullMarked;

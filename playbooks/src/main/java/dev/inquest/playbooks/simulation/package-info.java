/** Made-up incidents with their answers, from a seed: a world, its load, a fault, its telemetry. */
@NullMarked
package dev.inquest.playbooks.simulation;

import org.jspecify.annotations.NullMarked;

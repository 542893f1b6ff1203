/** The demo and the lab: they drive Inquest from outside, through its public interfaces. */
@NullMarked
package dev.inquest.lab;

import org.jspecify.annotations.NullMarked;

/** The gate's own copies of repositories, and what it computes from them. */
@NullMarked
package dev.inquest.gate.repository;

import org.jspecify.annotations.NullMarked;

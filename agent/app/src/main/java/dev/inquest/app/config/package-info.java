/**
 * {@code inquest.yml}: which keys there are, whose they are, and how a file, the environment and
 * secret files become one set of settings.
 */
@NullMarked
package dev.inquest.app.config;

import org.jspecify.annotations.NullMarked;

/** Signing in to the gate over real HTTP. */
@NullMarked
package dev.inquest.app.signin;

import org.jspecify.annotations.NullMarked;

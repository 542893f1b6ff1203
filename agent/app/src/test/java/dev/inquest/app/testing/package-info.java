/** What tests of the application share: a database with its real roles, an agent, an engine. */
@NullMarked
package dev.inquest.app.testing;

import org.jspecify.annotations.NullMarked;

/** The agent's pages: incidents, and one incident with all that was found. They decide nothing. */
@NullMarked
package dev.inquest.app.web;

import org.jspecify.annotations.NullMarked;

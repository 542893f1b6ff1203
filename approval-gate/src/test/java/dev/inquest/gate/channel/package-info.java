/** Where people are told and asked, on a real database. */
@NullMarked
package dev.inquest.gate.channel;

import org.jspecify.annotations.NullMarked;

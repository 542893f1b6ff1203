/** Where people are told and asked, outside the gate's own page. */
@NullMarked
package dev.inquest.gate.channel;

import org.jspecify.annotations.NullMarked;

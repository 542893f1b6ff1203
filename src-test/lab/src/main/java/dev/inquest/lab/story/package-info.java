/** What happens to the shop in one run: chosen by a seed, told as commits. */
@NullMarked
package dev.inquest.lab.story;

import org.jspecify.annotations.NullMarked;

/** Tests of reading the configuration. */
@NullMarked
package dev.inquest.app.config;

import org.jspecify.annotations.NullMarked;

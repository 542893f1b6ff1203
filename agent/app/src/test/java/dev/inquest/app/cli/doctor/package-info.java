@NullMarked
package dev.inquest.app.cli.doctor;

import org.jspecify.annotations.NullMarked;

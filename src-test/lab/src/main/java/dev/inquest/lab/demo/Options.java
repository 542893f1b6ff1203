package dev.inquest.lab.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param seed null: any
 * @param folder where the run lives and what is kept is left
 */
record Options(
    @Nullable Long seed, boolean headless, boolean control, boolean resume, Path folder) {}

/** The shop's surroundings: its database, repository, deployer, load and monitor. */
@NullMarked
package dev.inquest.lab.shop;

import org.jspecify.annotations.NullMarked;

/** The PostgreSQL server that Inquest runs itself where it is given none. */
@NullMarked
package dev.inquest.app.postgres;

import org.jspecify.annotations.NullMarked;

/** Statements that have files of their own. */
@NullMarked
package io.boxoffice.resale.sql;

import org.jspecify.annotations.NullMarked;

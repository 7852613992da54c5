/** Statements that have files of their own. */
@NullMarked
package io.boxoffice.payment.sql;

import org.jspecify.annotations.NullMarked;

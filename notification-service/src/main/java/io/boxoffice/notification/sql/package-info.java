/** Statements that stand in files of their own, and the types that JDBC does not read by itself. */
@NullMarked
package io.boxoffice.notification.sql;

import org.jspecify.annotations.NullMarked;

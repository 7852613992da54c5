/** What a service measures of its databases. */
@NullMarked
package io.boxoffice.common.database;

import org.jspecify.annotations.NullMarked;

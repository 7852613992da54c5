/** Reads the truth behind the API: databases, the provider's books, topics. Its queries are the one place that knows tables. */
@NullMarked
package io.boxoffice.auditor.source;

import org.jspecify.annotations.NullMarked;

/** Real PostgreSQL, Redis and Kafka from libraries: unpacked, configured, started as processes, probed. */
@NullMarked
package io.boxoffice.fleet.infra;

import org.jspecify.annotations.NullMarked;

/** What is free as a stream of server-sent events: a snapshot, then what changes, the same bytes for all who look. */
@NullMarked
package io.boxoffice.inventory.stream;

import org.jspecify.annotations.NullMarked;

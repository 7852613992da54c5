/** Venues and their seating plans, which never change once events stand on them. */
@NullMarked
package io.boxoffice.event.venue;

import org.jspecify.annotations.NullMarked;

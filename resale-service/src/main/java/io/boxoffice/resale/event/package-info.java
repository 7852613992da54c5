/** What resale needs to know of published events. */
@NullMarked
package io.boxoffice.resale.event;

import org.jspecify.annotations.NullMarked;

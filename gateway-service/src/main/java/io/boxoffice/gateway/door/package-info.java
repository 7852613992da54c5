/** The order in which a request is looked at, and the shape of one look. */
@NullMarked
package io.boxoffice.gateway.door;

import org.jspecify.annotations.NullMarked;

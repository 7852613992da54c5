/** Work of many callers that wait at the same time, done together by one of them. */
@NullMarked
package io.boxoffice.inventory.combine;

import org.jspecify.annotations.NullMarked;

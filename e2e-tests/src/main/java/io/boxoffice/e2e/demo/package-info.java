/** A real on-sale in small: fans, bots, a gate, a killer of services, and the report at the end. */
@NullMarked
package io.boxoffice.e2e.demo;

import org.jspecify.annotations.NullMarked;

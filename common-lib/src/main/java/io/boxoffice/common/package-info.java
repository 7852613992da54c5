/** Plumbing every service switches on; nothing here knows what is sold. */
@NullMarked
package io.boxoffice.common;

import org.jspecify.annotations.NullMarked;

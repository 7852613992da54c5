/** Checks from behind what must never be broken; reads everything, changes nothing, and no sale waits for it. */
@NullMarked
package io.boxoffice.auditor;

import org.jspecify.annotations.NullMarked;

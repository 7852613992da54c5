/** Telling the fraud service what accounts do, as far as it goes: nothing waits for it. */
@NullMarked
package io.boxoffice.gateway.observe;

import org.jspecify.annotations.NullMarked;

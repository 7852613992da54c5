/** What a fan carries: queue tokens, session ids, access tokens, and the keys that sign them. */
@NullMarked
package io.boxoffice.waitingroom.token;

import org.jspecify.annotations.NullMarked;

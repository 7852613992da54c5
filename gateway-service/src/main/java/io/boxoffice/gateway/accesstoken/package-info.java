/** Who was let in by the waiting room: access tokens and the sessions that have ended. */
@NullMarked
package io.boxoffice.gateway.accesstoken;

import org.jspecify.annotations.NullMarked;

/** What each message of the other services adds to the figures. */
@NullMarked
package io.boxoffice.analytics.fact;

import org.jspecify.annotations.NullMarked;

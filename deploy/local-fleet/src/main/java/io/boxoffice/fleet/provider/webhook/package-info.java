/** Tells the platform what happened: signed, repeated until heard, never in the way of the API. */
@NullMarked
package io.boxoffice.fleet.provider.webhook;

import org.jspecify.annotations.NullMarked;

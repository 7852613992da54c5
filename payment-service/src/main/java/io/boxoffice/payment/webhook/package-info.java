/** What the provider tells us; it only hastens what the reconciler would do. */
@NullMarked
package io.boxoffice.payment.webhook;

import org.jspecify.annotations.NullMarked;

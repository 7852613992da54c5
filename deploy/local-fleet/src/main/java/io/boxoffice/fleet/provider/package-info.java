/**
 * A payment provider on this machine: Stripe's paths, forms and answers for payment intents and cards, with books of
 * its own and faults on demand. Knows nothing of orders beyond the metadata it is handed.
 */
@NullMarked
package io.boxoffice.fleet.provider;

import org.jspecify.annotations.NullMarked;

/** What the provider owes and holds: intents, cards, remembered answers and unsent events, in one durable journal. */
@NullMarked
package io.boxoffice.fleet.provider.books;

import org.jspecify.annotations.NullMarked;

/** What we hear on Kafka, and to whom it owes a letter. */
@NullMarked
package io.boxoffice.notification.news;

import org.jspecify.annotations.NullMarked;

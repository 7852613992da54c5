/** The counting: Kafka Streams from the topics to the figures. */
@NullMarked
package io.boxoffice.analytics.stream;

import org.jspecify.annotations.NullMarked;

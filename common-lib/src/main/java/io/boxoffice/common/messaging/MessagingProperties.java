package io.boxoffice.common.messaging;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Messaging of one service.
 *
 * @param outbox whether the service's own database has an outbox to drain
 * @param partitions of each topic the service makes
 */
@ConfigurationProperties("boxoffice.messaging")
record MessagingProperties(
        @DefaultValue("false") boolean outbox,
        @DefaultValue("6") int partitions) {}

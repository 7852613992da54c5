/** The transactional outbox, and consumers that may hear everything twice. */
@NullMarked
package io.boxoffice.common.messaging;

import org.jspecify.annotations.NullMarked;

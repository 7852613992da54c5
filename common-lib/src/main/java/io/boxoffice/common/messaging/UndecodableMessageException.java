package io.boxoffice.common.messaging;

import org.jspecify.annotations.Nullable;

/** A record that no repetition can make readable. */
public final class UndecodableMessageException extends RuntimeException {
    UndecodableMessageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package io.boxoffice.notification.delivery;

import io.boxoffice.notification.letter.Owed;
import java.util.UUID;

/**
 * One message that is owed, in the hands of one worker.
 *
 * @param attempts how many there have been, this one included
 * @param lease what proves that it is in these hands
 */
record Delivery(Owed owed, int attempts, UUID lease) {

    String cause() {
        return owed.cause();
    }
}

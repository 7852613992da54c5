package io.boxoffice.waitingroom.presale;

import java.util.UUID;

/**
 * Our own reading of event-service's answer.
 *
 * @param issued serials 0 … issued − 1 were handed out
 */
record PresaleKey(UUID eventId, byte[] key, int issued) {
    @Override
    public String toString() {
        return "PresaleKey[" + eventId + ", " + issued + " issued]";
    }
}

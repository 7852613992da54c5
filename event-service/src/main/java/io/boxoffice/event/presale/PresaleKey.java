package io.boxoffice.event.presale;

import java.util.UUID;

/**
 * What tells good codes from forged ones.
 *
 * @param key its 32 bytes; base64 in JSON
 * @param issued serials 0 … issued − 1 were handed out
 */
record PresaleKey(UUID eventId, byte[] key, int issued) {
    @Override
    public String toString() {
        return "PresaleKey[" + eventId + ", " + issued + " issued]";
    }
}

package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.Bytes;
import java.util.Arrays;
import java.util.UUID;

/**
 * A fan's wish to join, as the script takes it.
 *
 * @param print a short hash of device and secret: the same fan with another is another session
 * @param cleared a good clearance was shown
 * @param presaleSerial of a genuine presale code; {@link #NO_CODE} without one
 */
record Wish(UUID fan, byte[] print, boolean cleared, long presaleSerial) {
    static final long NO_CODE = -1;
    private static final int PRINT_BYTES = 4;

    static Wish of(UUID fan, byte[] deviceHash, byte[] secretHash, boolean cleared, long presaleSerial) {
        return new Wish(fan, Arrays.copyOf(Bytes.sha256(deviceHash, secretHash), PRINT_BYTES), cleared, presaleSerial);
    }
}

package io.boxoffice.waitingroom.queue;

import io.boxoffice.waitingroom.Bytes;
import io.boxoffice.waitingroom.presale.PresaleCode;
import io.boxoffice.waitingroom.token.QueueToken;
import java.util.Arrays;
import java.util.UUID;

/**
 * A fan's wish to join, as the script takes it.
 *
 * @param print a short hash of device and secret: the same fan with another is another session
 * @param cleared a good clearance was shown
 * @param presaleSerial of a genuine presale code; {@link #NO_CODE} without one, {@link #FORGED} for one that is not
 */
record Wish(UUID fan, byte[] print, boolean cleared, long presaleSerial) {
    static final long NO_CODE = -1;
    static final long FORGED = -2;
    private static final int PRINT_BYTES = 4;

    static Wish of(UUID fan, byte[] deviceHash, byte[] secretHash, boolean cleared, PresaleCode code) {
        var serial = switch (code) {
            case PresaleCode.None() -> NO_CODE;
            case PresaleCode.Forged() -> FORGED;
            case PresaleCode.Genuine(var number) -> number;
        };
        return new Wish(fan, print(deviceHash, secretHash), cleared, serial);
    }

    /** The print of the device and secret that a token was given to. */
    static byte[] print(QueueToken token) {
        return print(
                Bytes.fromBase64(token.deviceHash()).orElseThrow(),
                Bytes.fromBase64(token.secretHash()).orElseThrow());
    }

    private static byte[] print(byte[] deviceHash, byte[] secretHash) {
        return Arrays.copyOf(Bytes.sha256(deviceHash, secretHash), PRINT_BYTES);
    }
}

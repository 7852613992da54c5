package io.boxoffice.event.presale;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Writes codes as docs/internals.md lays them down: 30 bits of serial, 50 bits of MAC, in Crockford's base32. For one thread. */
final class CodeMaker {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SERIAL_DIGITS = 6;
    private static final int MAC_DIGITS = 10;
    private static final int BITS = 5;
    private static final int GROUP = 4;

    private final Mac mac;
    private final ByteBuffer message;

    CodeMaker(UUID eventId, byte[] key) {
        try {
            this.mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        this.message = ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                .putLong(eventId.getMostSignificantBits())
                .putLong(eventId.getLeastSignificantBits());
    }

    String code(int serial) {
        message.putInt(2 * Long.BYTES, serial);
        long sum = ByteBuffer.wrap(mac.doFinal(message.array())).getLong() >>> (Long.SIZE - MAC_DIGITS * BITS);
        var code = new StringBuilder(SERIAL_DIGITS + MAC_DIGITS + 3);
        append(code, serial, SERIAL_DIGITS);
        append(code, sum, MAC_DIGITS);
        for (int at = SERIAL_DIGITS + MAC_DIGITS - GROUP; at > 0; at -= GROUP) {
            code.insert(at, '-');
        }
        return code.toString();
    }

    private static void append(StringBuilder code, long value, int digits) {
        for (int shift = (digits - 1) * BITS; shift >= 0; shift -= BITS) {
            code.append(DIGITS.charAt((int) (value >>> shift) & 31));
        }
    }
}

package io.boxoffice.waitingroom.presale;

import io.boxoffice.waitingroom.Bytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A text of the form of a code (docs/internals.md): 30 bits of serial and 50 bits of MAC in Crockford's base32, which takes what is
 * easily misread for what was meant.
 */
record PrintedCode(int serial, long mac) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int SERIAL_DIGITS = 6;
    private static final int MAC_BITS = 50;

    static Optional<PrintedCode> read(String text) {
        int serial = 0;
        long mac = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '-') {
                continue;
            }
            int digit = digit(letter);
            if (digit < 0 || digits == LENGTH) {
                return Optional.empty();
            }
            if (digits++ < SERIAL_DIGITS) {
                serial = serial << 5 | digit;
            } else {
                mac = mac << 5 | digit;
            }
        }
        return digits == LENGTH ? Optional.of(new PrintedCode(serial, mac)) : Optional.empty();
    }

    private static int digit(char letter) {
        char capital = letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter;
        return switch (capital) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> DIGITS.indexOf(capital);
        };
    }

    boolean isMadeWith(PresaleKey key) {
        return MessageDigest.isEqual(bytes(mac), bytes(sum(key.key(), key.eventId()) >>> (Long.SIZE - MAC_BITS)));
    }

    private long sum(byte[] key, UUID event) {
        try {
            var hmac = Mac.getInstance(ALGORITHM);
            hmac.init(new SecretKeySpec(key, ALGORITHM));
            hmac.update(Bytes.of(event));
            hmac.update(ByteBuffer.allocate(Integer.BYTES).putInt(serial).array());
            return ByteBuffer.wrap(hmac.doFinal()).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}

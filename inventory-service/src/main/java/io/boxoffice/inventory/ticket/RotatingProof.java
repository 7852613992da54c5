package io.boxoffice.inventory.ticket;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The eight digits of a rotating code: RFC 6238 with SHA-256 over a secret of one generation of one ticket. The secret follows
 * from a key of ours, so nothing is stored for a ticket, and a new generation has another one by itself.
 */
final class RotatingProof {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 100_000_000;

    private RotatingProof() {}

    /** HMAC-SHA256 of the ticket's id (16 bytes) and generation (4 bytes, big-endian). */
    static SecretKey secret(SecretKey key, UUID ticket, int generation) {
        var message = ByteBuffer.allocate(Long.BYTES * 2 + Integer.BYTES)
                .putLong(ticket.getMostSignificantBits())
                .putLong(ticket.getLeastSignificantBits())
                .putInt(generation)
                .array();
        return new SecretKeySpec(hmac(key, message), ALGORITHM);
    }

    /** The digits of this time step. */
    static String at(SecretKey secret, long step) {
        var hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return "%08d".formatted(number % DIGITS);
    }

    /** Whether these are the digits of this step or of the one before. */
    static boolean good(SecretKey secret, long step, String proof) {
        return same(at(secret, step), proof) || same(at(secret, step - 1), proof);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static byte[] hmac(SecretKey key, byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

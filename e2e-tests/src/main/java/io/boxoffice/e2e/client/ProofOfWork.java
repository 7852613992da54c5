package io.boxoffice.e2e.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;

/** The work of a challenge, as a phone does it: find n with SHA-256(salt + n) = challenge, in hex. */
public final class ProofOfWork {
    private ProofOfWork() {}

    /** The number; empty where none up to the largest does. */
    public static OptionalLong solve(String salt, String challenge, long maxnumber) {
        byte[] wanted = HexFormat.of().parseHex(challenge);
        MessageDigest sha256 = sha256();
        byte[] salted = salt.getBytes(StandardCharsets.UTF_8);
        for (long n = 0; n <= maxnumber; n++) {
            sha256.update(salted);
            if (Arrays.equals(sha256.digest(Long.toString(n).getBytes(StandardCharsets.US_ASCII)), wanted)) {
                return OptionalLong.of(n);
            }
        }
        return OptionalLong.empty();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

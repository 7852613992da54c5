package io.boxoffice.draw;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Every hash of the draw. */
final class Sha256 {

    static final int LENGTH = 32;

    private Sha256() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package io.boxoffice.fleet.provider.books;

import java.security.SecureRandom;

/** Random identifiers of the look that the provider's own have. */
public final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A fresh identifier behind a prefix such as {@code pi_}. */
    public static String next(String prefix) {
        var id = new StringBuilder(prefix);
        RANDOM.ints(24, 0, ALPHABET.length()).forEach(at -> id.append(ALPHABET.charAt(at)));
        return id.toString();
    }
}

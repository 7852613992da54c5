package io.boxoffice.gateway.ratelimit;

import java.util.Locale;

/** Whose requests are counted together. */
enum Scope {
    ADDRESS,
    ACCOUNT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

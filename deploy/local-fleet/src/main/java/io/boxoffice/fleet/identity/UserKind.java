package io.boxoffice.fleet.identity;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The families of demo users, by what their names start with. */
enum UserKind {
    FAN("fan-", 6, 999_999, "FAN", Duration.ofDays(400)),
    NEWBIE("newbie-", 6, 999_999, "FAN", Duration.ofHours(1)),
    ORGANIZER("organizer-", 1, 9, "ORGANIZER", Duration.ofDays(400)),
    SCANNER("scanner-", 1, 99, "SCANNER", Duration.ofDays(400)),
    SUPPORT("support-", 1, 9, "SUPPORT", Duration.ofDays(400)),
    OPS("ops-", 1, 9, "OPS", Duration.ofDays(400));

    private final String prefix;
    private final int digits;
    private final int last;
    private final String role;
    private final Duration age;

    UserKind(String prefix, int digits, int last, String role, Duration age) {
        this.prefix = prefix;
        this.digits = digits;
        this.last = last;
        this.role = role;
        this.age = age;
    }

    static Optional<UserKind> withPrefix(String prefix) {
        return Arrays.stream(values())
                .filter(kind -> kind.prefix.equals(prefix))
                .findFirst();
    }

    int last() {
        return last;
    }

    String role() {
        return role;
    }

    Duration age() {
        return age;
    }

    String username(int number) {
        return prefix + String.format("%0" + digits + "d", number);
    }
}

package io.boxoffice.fleet.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A user who exists because the name fits a pattern. */
record DemoUser(String username, UserKind kind) implements AuthenticatedPrincipal, Serializable {
    /** RFC 9562's name space for DNS names, so that anybody's UUIDv5 gives the same subject. */
    private static final UUID NAMESPACE = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    private static final Pattern NAME = Pattern.compile("([a-z]+-)(\\d{1,6})");

    static Optional<DemoUser> named(String username) {
        var matcher = NAME.matcher(username);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(2));
        return UserKind.withPrefix(matcher.group(1))
                .filter(kind -> number >= 1 && number <= kind.last())
                .filter(kind -> kind.username(number).equals(username))
                .map(kind -> new DemoUser(username, kind));
    }

    static DemoUser of(UserKind kind, int number) {
        return new DemoUser(kind.username(number), kind);
    }

    UUID subject() {
        return uuidV5(username);
    }

    String email() {
        return username + "@example.test";
    }

    Instant createdAt(Instant now) {
        return now.minus(kind.age()).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The subject: what sessions and tokens must agree on. */
    @Override
    public String getName() {
        return subject().toString();
    }

    private static UUID uuidV5(String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(UTF_8)));
            long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
            long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

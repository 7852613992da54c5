package io.boxoffice.common.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that one issuer publishes. The last good set is kept while the issuer is down; it is renewed beside the requests, and
 * an unknown key id leads to a fetch at most every 30 s and otherwise to a plain no: whoever makes key ids up causes no load and
 * no error.
 */
final class PublishedKeys implements JWKSource<SecurityContext> {
    /** Less than the time between a key's publication and its first signature. */
    static final Duration RENEWED_EVERY = Duration.ofMinutes(5);

    static final Duration UNKNOWN_PAUSE = Duration.ofSeconds(30);
    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(PublishedKeys.class);

    /** Where the set comes from. */
    @FunctionalInterface
    interface Issuer {
        JWKSet fetch() throws IOException, ParseException;
    }

    private final String name;
    private final Issuer issuer;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile JWKSet known = new JWKSet();
    private volatile Instant lastFetch = Instant.EPOCH;

    PublishedKeys(String name, Issuer issuer, InstantSource clock) {
        this.name = name;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The keys that fit; none for an unknown key id. */
    @Override
    public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context) throws KeySourceException {
        var found = wanted.select(known);
        if (!found.isEmpty()) {
            if (isOlderThan(RENEWED_EVERY) && !fetching.isLocked()) {
                Thread.startVirtualThread(() -> fetchUnlessYoungerThan(RENEWED_EVERY));
            }
            return found;
        }
        fetchUnlessYoungerThan(known.isEmpty() ? FIRST_PAUSE : UNKNOWN_PAUSE);
        if (known.isEmpty()) {
            throw new KeySourceException("no key was ever fetched from " + name);
        }
        return wanted.select(known);
    }

    private boolean isOlderThan(Duration age) {
        return lastFetch.plus(age).isBefore(clock.instant());
    }

    /** Those who come while a fetch is under way wait for it and share it. */
    private void fetchUnlessYoungerThan(Duration age) {
        fetching.lock();
        try {
            if (!isOlderThan(age)) {
                return;
            }
            lastFetch = clock.instant();
            var fetched = issuer.fetch();
            if (fetched.isEmpty()) {
                throw new IOException("an empty set");
            }
            known = fetched;
        } catch (IOException | ParseException e) {
            log.atWarn()
                    .addKeyValue("key_set", name)
                    .addKeyValue("reason", e.toString())
                    .log("signing keys not fetched");
        } finally {
            fetching.unlock();
        }
    }
}

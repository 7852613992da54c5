package io.boxoffice.gateway.keys;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The public keys of one issuer. The last good set is kept while the issuer is down; fetches are shared by those who
 * wait for them, and an unknown key id cannot make us fetch more often than allowed.
 */
public final class KeySet {

    private static final Logger log = LoggerFactory.getLogger(KeySet.class);

    private final String issuer;
    private final SigningAlgorithm algorithm;
    private final Mono<JWKSet> source;
    private final KeyProperties properties;
    private final InstantSource clock;

    private final AtomicReference<@Nullable Mono<Void>> running = new AtomicReference<>();
    private volatile Map<String, JWSVerifier> verifiers = Map.of();
    private volatile Instant lastFetch = Instant.EPOCH;

    /** Keys for one algorithm; others in the set are ignored. */
    public KeySet(
            String issuer,
            SigningAlgorithm algorithm,
            Mono<JWKSet> source,
            KeyProperties properties,
            InstantSource clock) {
        this.issuer = issuer;
        this.algorithm = algorithm;
        this.source = source;
        this.properties = properties;
        this.clock = clock;
    }

    /** What is known of a key id. */
    sealed interface Lookup {
        record Found(JWSVerifier verifier) implements Lookup {}

        record Unknown() implements Lookup {}

        record NeverFetched() implements Lookup {}
    }

    /** Fetches the keys before the first request asks for them. */
    public void warmUp() {
        refresh().subscribe();
    }

    SigningAlgorithm algorithm() {
        return algorithm;
    }

    Mono<Lookup> find(String keyId) {
        if (verifiers.containsKey(keyId)) {
            if (isOlderThan(properties.refreshEvery())) {
                refresh().subscribe();
            }
            return Mono.just(lookup(keyId));
        }
        var pause = verifiers.isEmpty() ? properties.firstFetchPause() : properties.unknownKeyPause();
        if (running.get() == null && !isOlderThan(pause)) {
            return Mono.just(lookup(keyId));
        }
        return refresh().then(Mono.fromSupplier(() -> lookup(keyId)));
    }

    private Lookup lookup(String keyId) {
        var known = verifiers;
        var verifier = known.get(keyId);
        if (verifier != null) {
            return new Lookup.Found(verifier);
        }
        return known.isEmpty() ? new Lookup.NeverFetched() : new Lookup.Unknown();
    }

    private boolean isOlderThan(Duration age) {
        return lastFetch.plus(age).isBefore(clock.instant());
    }

    private Mono<Void> refresh() {
        var mine = Mono.defer(this::fetch).doFinally(_ -> running.set(null)).cache();
        var others = running.compareAndExchange(null, mine);
        return others == null ? mine : others;
    }

    private Mono<Void> fetch() {
        lastFetch = clock.instant();
        return source.timeout(properties.fetchTimeout())
                .doOnNext(this::keep)
                .onErrorResume(error -> {
                    log.atWarn()
                            .addKeyValue("issuer", issuer)
                            .addKeyValue("reason", error.toString())
                            .log("signing keys not fetched");
                    return Mono.empty();
                })
                .then();
    }

    private void keep(JWKSet fetched) {
        var usable = algorithm.verifiers(fetched);
        if (usable.isEmpty()) {
            throw new IllegalStateException("no key for " + algorithm);
        }
        verifiers = usable;
    }
}

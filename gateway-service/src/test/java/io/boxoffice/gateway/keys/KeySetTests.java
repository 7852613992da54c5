package io.boxoffice.gateway.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.boxoffice.gateway.TestWaitingRoom;
import io.boxoffice.gateway.keys.KeySet.Lookup;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class KeySetTests {

    private static final RSAKey KEY = newKey();
    private static final KeyProperties PROPERTIES = new KeyProperties(
            Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(2));

    private final MovableClock clock = new MovableClock();
    private Mono<JWKSet> issuer = Mono.error(new IOException("down"));
    private int fetches;
    private final KeySet keys = new KeySet(
            "test",
            SigningAlgorithm.RS256,
            Mono.defer(() -> {
                fetches++;
                return issuer;
            }),
            PROPERTIES,
            clock);

    @Test
    void aKeyIsFetchedOnceAndThenKnown() {
        issuer = Mono.just(set("a"));

        assertThat(find("a")).isInstanceOf(Lookup.Found.class);
        assertThat(find("a")).isInstanceOf(Lookup.Found.class);
        assertThat(fetches).isOne();
    }

    @Test
    void beforeTheFirstFetchNothingIsDecided() {
        assertThat(find("a")).isInstanceOf(Lookup.NeverFetched.class);
        assertThat(find("a")).isInstanceOf(Lookup.NeverFetched.class);
        assertThat(fetches).isOne();

        clock.move(Duration.ofMillis(1001));
        issuer = Mono.just(set("a"));
        assertThat(find("a")).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void theLastGoodSetIsKeptWhileTheIssuerIsDown() {
        issuer = Mono.just(set("a"));
        find("a");
        issuer = Mono.error(new IOException("down"));
        clock.move(Duration.ofHours(3));

        assertThat(find("a")).isInstanceOf(Lookup.Found.class);
        assertThat(find("a")).isInstanceOf(Lookup.Found.class);
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void anEmptySetReplacesNothing() {
        issuer = Mono.just(set("a"));
        find("a");
        issuer = Mono.just(new JWKSet());
        clock.move(Duration.ofHours(3));

        find("a");
        assertThat(find("a")).isInstanceOf(Lookup.Found.class);
    }

    @Test
    void anUnknownKeyIsLookedForAtMostEveryThirtySeconds() {
        issuer = Mono.just(set("a"));
        find("a");
        for (var i = 0; i < 10; i++) {
            assertThat(find("b")).isInstanceOf(Lookup.Unknown.class);
        }
        assertThat(fetches).isOne();

        clock.move(Duration.ofSeconds(31));
        issuer = Mono.just(set("b"));
        assertThat(find("b")).isInstanceOf(Lookup.Found.class);
        assertThat(find("a")).isInstanceOf(Lookup.Unknown.class);
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void allWhoWaitShareOneFetch() {
        var answer = Sinks.<JWKSet>one();
        issuer = answer.asMono();
        var first = keys.find("a").toFuture();
        var second = keys.find("a").toFuture();

        answer.tryEmitValue(set("a"));

        assertThat(first.join()).isInstanceOf(Lookup.Found.class);
        assertThat(second.join()).isInstanceOf(Lookup.Found.class);
        assertThat(fetches).isOne();
    }

    @Test
    void keysOfAnotherKindAreIgnored() {
        issuer = Mono.just(new JWKSet(TestWaitingRoom.newKey()));

        assertThat(find("room")).isInstanceOf(Lookup.NeverFetched.class);
    }

    private Lookup find(String keyId) {
        return keys.find(keyId).block();
    }

    private static JWKSet set(String keyId) {
        return new JWKSet(key(keyId));
    }

    private static RSAKey key(String keyId) {
        return new RSAKey.Builder(KEY).keyID(keyId).build();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate().toPublicJWK();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

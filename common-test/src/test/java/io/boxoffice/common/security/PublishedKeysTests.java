package io.boxoffice.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.boxoffice.common.test.MovableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PublishedKeysTests {
    private static final ECKey KEY = newKey();

    private final MovableClock clock = new MovableClock(Instant.parse("2027-01-01T00:00:00Z"));
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile PublishedKeys.Issuer issuer = () -> {
        throw new IOException("down");
    };
    private final PublishedKeys keys = new PublishedKeys(
            "test",
            () -> {
                fetches.incrementAndGet();
                return issuer.fetch();
            },
            clock);

    @Test
    void aSetIsFetchedOnceAndRenewedBesideTheRequests() throws Exception {
        issuer = () -> set("a");
        assertThat(find("a")).hasSize(1);
        assertThat(find("a")).hasSize(1);
        assertThat(fetches).hasValue(1);

        issuer = () -> set("a", "b");
        clock.advance(Duration.ofMinutes(6));
        assertThat(find("a")).hasSize(1);

        await().until(() -> fetches.get() == 2 && !find("b").isEmpty());
    }

    @Test
    void theLastGoodSetOutlivesTheIssuer() throws Exception {
        issuer = () -> set("a");
        find("a");
        issuer = () -> {
            throw new IOException("down");
        };
        clock.advance(Duration.ofDays(3));

        assertThat(find("a")).hasSize(1);
        await().until(() -> fetches.get() == 2);
        assertThat(find("a")).hasSize(1);
        assertThat(find("b")).isEmpty();
    }

    @Test
    void anEmptySetReplacesNothing() throws Exception {
        issuer = () -> set("a");
        find("a");
        issuer = JWKSet::new;
        clock.advance(Duration.ofSeconds(31));

        assertThat(find("b")).isEmpty();
        assertThat(find("a")).hasSize(1);
    }

    @Test
    void madeUpKeyIdsAreUnknownAndCauseAFetchAtMostEveryThirtySeconds() throws Exception {
        issuer = () -> set("a");
        find("a");
        for (int i = 0; i < 100; i++) {
            assertThat(find("made-up-" + i)).isEmpty();
        }
        assertThat(fetches).hasValue(1);

        issuer = () -> set("b");
        clock.advance(Duration.ofSeconds(31));
        assertThat(find("b")).hasSize(1);
        assertThat(find("a")).as("withdrawn").isEmpty();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void beforeTheFirstSetNothingIsDecidedAndItIsLookedForEverySecond() throws Exception {
        assertThatThrownBy(() -> find("a")).isInstanceOf(KeySourceException.class);
        assertThatThrownBy(() -> find("a")).isInstanceOf(KeySourceException.class);
        assertThat(fetches).hasValue(1);

        issuer = () -> set("a");
        clock.advance(Duration.ofMillis(1_001));
        assertThat(find("a")).hasSize(1);
    }

    private List<JWK> find(String id) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }

    private static JWKSet set(String... ids) {
        return new JWKSet(List.of(ids).stream()
                .map(id -> (JWK) new ECKey.Builder(KEY).keyID(id).build())
                .toList());
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toPublicJWK();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

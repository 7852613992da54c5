package io.boxoffice.waitingroom.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.boxoffice.common.test.MovableClock;
import io.boxoffice.waitingroom.WaitingRoom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several instances are several rings over one database. */
class KeyRotationIT extends WaitingRoom {
    private static final Rotation ROTATION =
            new Rotation(Duration.ofDays(30), Duration.ofMinutes(11), Duration.ofMinutes(26));
    private static final String SECRET = "a secret of more than thirty-two characters";
    private static final String NEXT_SECRET = "another secret of more than thirty-two characters";

    @Autowired
    DataSource database;

    private final MovableClock clock = new MovableClock(Instant.now());
    private final KeyPurpose purpose =
            new KeyPurpose("test-" + UUID.randomUUID(), SecretKey::make, Optional.of(ROTATION));

    @Test
    void anOldKeyIsFollowedByOneThatIsPublishedBeforeItSignsAndOutlivedByItsTokens() {
        var one = instance();
        var other = instance();
        var first = one.signing();
        assertThat(other.signing()).isEqualTo(first);

        one.turn();
        assertThat(one.all()).as("too young to be followed").hasSize(1);
        age(1, Duration.ofDays(31));
        one.turn();
        assertThat(one.all()).hasSize(2).last().isEqualTo(first);
        assertThat(one.signing()).as("published first").isEqualTo(first);

        clock.advance(Duration.ofMinutes(12));
        var second = one.signing();
        assertThat(second).isNotEqualTo(first);
        assertThat(other.find(second.id())).as("an instance that slept asks").contains(second);
        assertThat(other.signing()).isEqualTo(second);
        assertThat(other.find(first.id())).contains(first);

        one.turn();
        assertThat(one.find(first.id())).as("may still be shown").contains(first);
        age(2, Duration.ofMinutes(38));
        one.turn();
        assertThat(one.all()).containsExactly(second);
        clock.advance(Duration.ofSeconds(2));
        assertThat(one.find(first.id())).isEmpty();
    }

    @Test
    void instancesThatStartAndTurnTogetherMakeOneKeyEach() throws Exception {
        var rings = together(() -> instance());
        assertThat(rings).extracting(KeyRing::all).containsOnly(rings.getFirst().all());
        assertThat(rings.getFirst().all()).hasSize(1);

        age(1, Duration.ofDays(31));
        together(() -> {
            instance().turn();
            return true;
        });

        assertThat(instance().all()).hasSize(2);
    }

    @Test
    void madeUpKeyIdsAskTheDatabaseOnceASecond() {
        var ring = instance();
        age(1, Duration.ofDays(31));
        instance().turn();

        for (int i = 0; i < 100; i++) {
            assertThat(ring.find("made-up-" + i)).isEmpty();
        }
        assertThat(ring.all()).as("not asked since it started").hasSize(1);
        clock.advance(Duration.ofMillis(1_001));
        assertThat(ring.find("made-up")).isEmpty();
        assertThat(ring.all()).hasSize(2);
    }

    @Test
    void aRevokedKeyIsGoneAtTheNextLookAndAnotherSigns() {
        var ring = instance();
        var first = ring.signing();
        age(1, Duration.ofDays(31));
        ring.turn();
        clock.advance(Duration.ofMinutes(12));
        var second = ring.signing();

        delete(2);
        ring.turn();
        assertThat(ring.find(second.id())).isEmpty();
        assertThat(ring.signing()).isNotEqualTo(second);

        jdbc.sql("DELETE FROM signing_keys WHERE purpose = ?")
                .param(purpose.name())
                .update();
        ring.turn();
        assertThat(ring.all()).hasSize(1).doesNotContain(first, second);
        assertThat(ring.signing()).as("at once").isEqualTo(ring.all().getFirst());
    }

    @Test
    void whileTheDatabaseIsAwayTheKeysAtHandStay() {
        var pool = new HikariDataSource();
        pool.setDataSource(database);
        var ring = new KeyRing<>(store(JdbcClient.create(pool)), purpose, SecretKey::read, clock);
        var key = ring.signing();
        pool.close();
        clock.advance(Duration.ofSeconds(2));

        assertThat(ring.find("unknown")).isEmpty();
        assertThat(ring.find(key.id())).contains(key);
        assertThat(ring.signing()).isEqualTo(key);
    }

    @Test
    void withASecretKeysAreStoredWrappedAlsoThoseFromBefore() {
        var key = instance().signing();

        assertThat(instance(SECRET).signing()).isEqualTo(key);
        assertThat(material()).startsWith("aes-gcm:");
        assertThatThrownBy(this::instance).hasMessageContaining("waiting-room.keys.secret");
        assertThatThrownBy(() -> instance(NEXT_SECRET)).hasMessageContaining("waiting-room.keys.secret");

        assertThat(instance(NEXT_SECRET, SECRET).signing())
                .as("while it is changed")
                .isEqualTo(key);
        assertThat(instance(NEXT_SECRET).signing()).isEqualTo(key);
    }

    private KeyRing<SecretKey> instance(String... secrets) {
        return new KeyRing<>(store(jdbc, secrets), purpose, SecretKey::read, clock);
    }

    private KeyStore store(JdbcClient client, String... secrets) {
        var properties = new KeyProperties(
                ROTATION.every(),
                ROTATION.ahead(),
                ROTATION.keep(),
                ROTATION.keep(),
                Duration.ofMinutes(1),
                List.of(secrets));
        return new KeyStore(new SigningKeyRepository(client), new KeyWrap(properties), clock);
    }

    private void age(int generation, Duration by) {
        jdbc.sql("""
                        UPDATE signing_keys SET created_at = created_at - make_interval(secs => ?),
                            signs_from = signs_from - make_interval(secs => ?)
                        WHERE purpose = ? AND generation = ?""")
                .params(by.toSeconds(), by.toSeconds(), purpose.name(), generation)
                .update();
    }

    private void delete(int generation) {
        jdbc.sql("DELETE FROM signing_keys WHERE purpose = ? AND generation = ?")
                .params(purpose.name(), generation)
                .update();
    }

    private String material() {
        return jdbc.sql("SELECT material FROM signing_keys WHERE purpose = ?")
                .param(purpose.name())
                .query(String.class)
                .single();
    }

    private static <T> List<T> together(Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(Stream.generate(() -> call).limit(20).toList());
            var results = new java.util.ArrayList<T>();
            for (var each : all) {
                results.add(each.get());
            }
            return results;
        }
    }
}

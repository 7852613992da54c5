package io.boxoffice.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.common.test.TestServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisAwayIT {
    private static final String SUBJECT = "cache:availability:away";
    private final LettuceConnectionFactory nobody =
            connections(new TestServers.Address("127.0.0.1", TestServers.freePort()));
    private final LettuceConnectionFactory somebody = connections(TestServers.redis());

    private static LettuceConnectionFactory connections(TestServers.Address address) {
        return new LettuceConnectionFactory(new RedisStandaloneConfiguration(address.host(), address.port()));
    }

    @BeforeAll
    void start() {
        nobody.afterPropertiesSet();
        nobody.start();
        somebody.afterPropertiesSet();
        somebody.start();
    }

    @AfterAll
    void stop() {
        nobody.destroy();
        somebody.destroy();
    }

    @Test
    void readingWritingTellingAndListeningGoOnWithoutIt() {
        var shared = new SharedLayer(new StringRedisTemplate(nobody));
        var found = shared.find(SUBJECT);
        assertThat(found).isEqualTo(new SharedLayer.Found(null, null));
        shared.keep(SUBJECT, found, "text", Duration.ofMinutes(1));
        shared.changed(SUBJECT);
        var listener = new ChangeListener(nobody, shared, List.of());
        listener.listen();
        listener.stop();
    }

    @Test
    void aValueReadBeforeAChangeAndWrittenAfterItIsNeverFound() {
        var shared = new SharedLayer(new StringRedisTemplate(somebody));
        var before = shared.find(SUBJECT);
        shared.changed(SUBJECT);
        shared.keep(SUBJECT, before, "old", Duration.ofMinutes(1));
        assertThat(shared.find(SUBJECT).text()).isNull();
        shared.keep(SUBJECT, shared.find(SUBJECT), "new", Duration.ofMinutes(1));
        assertThat(shared.find(SUBJECT).text()).isEqualTo("new");
    }
}

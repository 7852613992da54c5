package io.boxoffice.inventory.shard;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ShardPropertiesTests {
    private final Map<String, String> given = new HashMap<>(Map.of("inventory.shards.shard-1.url", "jdbc:s"));

    @Test
    void everyPropertyIsReadFromItsKey() {
        given.putAll(Map.of(
                "inventory.shards.shard-1.username", "u",
                "inventory.shards.shard-1.password", "p",
                "inventory.shards.shard-1.dedicated", "true",
                "inventory.shards.shard-1.pool-size", "4",
                "inventory.shards.shard-1.connection-timeout", "1s",
                "inventory.new-shards.username", "n",
                "inventory.new-shards.password", "q",
                "inventory.new-shards.pool-size", "3",
                "inventory.new-shards.connection-timeout", "3s"));
        given.putAll(Map.of(
                "inventory.pool-idle", "1m",
                "inventory.shards-most-events", "5",
                "inventory.shards-look", "100ms"));
        assertThat(bind())
                .isEqualTo(new ShardProperties(
                        Map.of("shard-1", new ShardProperties.Database("jdbc:s", "u", "p", true, 4, ofSeconds(1))),
                        new ShardProperties.NewShards("n", "q", 3, ofSeconds(3)),
                        ofMinutes(1),
                        5,
                        ofMillis(100)));
    }

    @Test
    void theDefaultsAreThoseOfTheReadme() {
        assertThat(bind())
                .isEqualTo(new ShardProperties(
                        Map.of("shard-1", new ShardProperties.Database("jdbc:s", "", "", false, 16, ofSeconds(2))),
                        new ShardProperties.NewShards("", "", 16, ofSeconds(2)),
                        ofMinutes(10),
                        20,
                        ofSeconds(2)));
    }

    @Test
    void whoWeAreAtAShardIsItsOwnSettingOrThatOfNewOnes() {
        given.put("inventory.shards.shard-4.username", "own");
        var added = new ShardRegister.Entry("shard-4", "jdbc:4", false, ShardRegister.State.OPEN, 0);
        var unknown = new ShardRegister.Entry("shard-5", "jdbc:5", false, ShardRegister.State.OPEN, 0);
        assertThat(bind().access(added)).extracting("url", "username").containsExactly("jdbc:4", "own");
        assertThat(bind().access(unknown)).isNull();
        given.put("inventory.new-shards.username", "any");
        assertThat(bind().access(unknown)).extracting("url", "username").containsExactly("jdbc:5", "any");
    }

    private ShardProperties bind() {
        return new Binder(new MapConfigurationPropertySource(given))
                .bind("inventory", ShardProperties.class)
                .get();
    }
}

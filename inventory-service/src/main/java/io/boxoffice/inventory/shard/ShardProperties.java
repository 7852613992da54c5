package io.boxoffice.inventory.shard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The shards' databases.
 *
 * @param shards by name; the name is what the directory remembers. Without an address: only who we are at one added later
 * @param newShards who we are at shards that are added while we run
 * @param poolIdle after how long without use a shard's connections are closed
 * @param shardsMostEvents how many events on sale a shared shard gets, while another one has room
 * @param shardsLook how often the directory is asked for shards that others added or drained
 */
@Validated
@ConfigurationProperties("inventory")
record ShardProperties(
        @NotEmpty Map<String, @Valid Database> shards,
        @Valid @DefaultValue NewShards newShards,
        @DurationMin(seconds = 1) @DefaultValue("10m") Duration poolIdle,
        @Min(1) @DefaultValue("20") int shardsMostEvents,
        @DurationMin(millis = 1) @DefaultValue("2s") Duration shardsLook) {

    /**
     * @param url JDBC address
     * @param username who we are there
     * @param password its secret
     * @param dedicated kept for one hot event at a time
     * @param poolSize most connections of one instance
     * @param connectionTimeout how long a request waits for one before it is refused
     */
    record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("false") boolean dedicated,
            @Min(2) @DefaultValue("16") int poolSize,
            @DefaultValue("2s") Duration connectionTimeout) {}

    /**
     * @param username who we are there
     * @param password its secret
     * @param poolSize most connections of one instance
     * @param connectionTimeout how long a request waits for one before it is refused
     */
    record NewShards(
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @Min(2) @DefaultValue("16") int poolSize,
            @DefaultValue("2s") Duration connectionTimeout) {}

    /** How to reach a shard of the directory; nothing where settings do not say who we are there. */
    @Nullable
    Database access(ShardRegister.Entry entry) {
        var own = shards.get(entry.name());
        if (own != null && !(own.url().isEmpty() && own.username().isEmpty())) {
            return new Database(
                    entry.url(),
                    own.username(),
                    own.password(),
                    entry.dedicated(),
                    own.poolSize(),
                    own.connectionTimeout());
        }
        return newShards.username().isEmpty()
                ? null
                : new Database(
                        entry.url(),
                        newShards.username(),
                        newShards.password(),
                        entry.dedicated(),
                        newShards.poolSize(),
                        newShards.connectionTimeout());
    }
}

package io.boxoffice.inventory.shard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The shards' databases.
 *
 * @param shards by name; the name is what the directory remembers
 */
@Validated
@ConfigurationProperties("inventory")
record ShardProperties(@NotEmpty Map<String, @Valid Database> shards) {

    /**
     * @param url JDBC address
     * @param username who we are there
     * @param password its secret
     * @param dedicated kept for one hot event at a time
     * @param poolSize most connections of one instance
     * @param connectionTimeout how long a request waits for one before it is refused
     */
    record Database(
            @NotBlank String url,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("false") boolean dedicated,
            @Min(2) @DefaultValue("16") int poolSize,
            @DefaultValue("2s") Duration connectionTimeout) {}
}

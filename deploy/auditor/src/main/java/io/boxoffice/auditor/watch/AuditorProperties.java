package io.boxoffice.auditor.watch;

import io.boxoffice.auditor.source.Database;
import io.boxoffice.auditor.source.Sources;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the auditor looks, and how often.
 *
 * @param every the least pause between the beginnings of two walks
 * @param settle how long something must be wrong without a break before it counts
 * @param back events put on sale within this time are watched; the topics are read from then on
 * @param kafka bootstrap servers
 * @param event the catalogue's database
 * @param payment payment's database
 * @param resale resale's database
 * @param directory inventory's directory of shards
 * @param shards the database of each shard, by its name
 * @param provider the payment provider's books; without them what depends on them is not judged
 */
@Validated
@ConfigurationProperties("auditor")
public record AuditorProperties(
        @DurationMin(millis = 1) @DefaultValue("10s") Duration every,
        @DefaultValue("60s") Duration settle,
        @DurationMin(minutes = 1) @DefaultValue("3d") Duration back,
        @NotBlank String kafka,
        @Valid Access event,
        @Valid Access payment,
        @Valid Access resale,
        @Valid Access directory,
        @NotEmpty Map<String, @Valid Access> shards,
        @Valid @Nullable Provider provider) {

    /** A database and a role that may read it. */
    public record Access(
            @NotBlank String url,
            @NotBlank String username,
            @DefaultValue("") String password) {

        Database database() {
            return new Database(url, username, password);
        }
    }

    /** A provider that opens its books. */
    public record Provider(
            @NotBlank String baseUrl, @NotBlank String controlToken) {}

    Sources sources() {
        return new Sources(
                event.database(),
                payment.database(),
                resale.database(),
                directory.database(),
                shards.values().stream().map(Access::database).toList(),
                List.of());
    }
}

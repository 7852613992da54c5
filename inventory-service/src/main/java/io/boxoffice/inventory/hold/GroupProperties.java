package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.combine.CombinerLimits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/**
 * How requests for holds of one shard are combined.
 *
 * @param most requests in one transaction
 * @param leaders transactions under way at once in one instance
 * @param company how long a transaction waits for it at most, while others are under way
 * @param patience how long a fan waits before the shard counts as away
 */
@Validated
@ConfigurationProperties("inventory.group")
record GroupProperties(
        @Min(1) @Max(1_000) @DefaultValue("64") int most,
        @Min(1) @Max(16) @DefaultValue("2") int leaders,
        @Name("wait") @DefaultValue("1ms") Duration company,
        @DefaultValue("10s") Duration patience) {

    CombinerLimits limits() {
        return new CombinerLimits(most, leaders, company, patience);
    }
}

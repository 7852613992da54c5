package io.boxoffice.fraud.counter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an account, the device it used last and the address it came from last did lately.
 *
 * @param actions in a minute
 * @param devices of the account in a day
 * @param declined payments in a day
 * @param confirmed orders in 30 days
 * @param challenges asked for in an hour
 * @param failedChallenges in an hour
 * @param accountsOnDevice in a day
 * @param addressRequests in a minute, of all accounts
 */
public record Figures(
        long actions,
        long devices,
        long declined,
        long confirmed,
        long challenges,
        long failedChallenges,
        long accountsOnDevice,
        long addressRequests,
        @Nullable Instant accountCreatedAt) {}

package io.boxoffice.inventory.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of ticket codes, in the directory: the first instance that needs one makes it, all others find it. */
@Component
class TicketKeys {
    private static final long LOCK = 0x7469636b6574L;
    private static final Duration LOOK_AGAIN_AT_MOST_EVERY = Duration.ofSeconds(30);

    private record Loaded(List<TicketKey> keys, Instant at) {}

    private final JdbcClient directory;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private volatile Loaded loaded = new Loaded(List.of(), Instant.EPOCH);

    TicketKeys(JdbcClient directory, PlatformTransactionManager transactions, java.time.Clock clock) {
        this.directory = directory;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** The key that signs. */
    TicketKey current() {
        return all().getFirst();
    }

    /** All keys that verify, the newest first. */
    List<TicketKey> all() {
        return loaded.keys().isEmpty() ? load() : loaded.keys();
    }

    /** The key of this id; another instance may have made it since we looked. */
    Optional<TicketKey> find(String kid) {
        var known = of(all(), kid);
        return known.isPresent() || clock.instant().isBefore(loaded.at().plus(LOOK_AGAIN_AT_MOST_EVERY))
                ? known
                : of(load(), kid);
    }

    private static Optional<TicketKey> of(List<TicketKey> keys, String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    private List<TicketKey> load() {
        var keys = Objects.requireNonNull(transactions.execute(_ -> {
            var found = stored();
            return found.isEmpty() ? makeFirst() : found;
        }));
        loaded = new Loaded(keys, clock.instant());
        return keys;
    }

    private List<TicketKey> makeFirst() {
        directory
                .sql("SELECT pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, _) -> row)
                .list();
        if (stored().isEmpty()) {
            var key = TicketKey.generate();
            directory
                    .sql("INSERT INTO ticket_keys (kid, private_key, public_key, proof_secret) VALUES (?, ?, ?, ?)")
                    .param(key.kid())
                    .param(key.secret().getEncoded())
                    .param(key.open().getEncoded())
                    .param(key.proofSecret().getEncoded())
                    .update();
        }
        return stored();
    }

    private List<TicketKey> stored() {
        return directory
                .sql("SELECT kid, private_key, public_key, proof_secret FROM ticket_keys ORDER BY created_at DESC, kid")
                .query((row, _) -> TicketKey.stored(
                        row.getString("kid"),
                        row.getBytes("private_key"),
                        row.getBytes("public_key"),
                        row.getBytes("proof_secret")))
                .list();
    }
}

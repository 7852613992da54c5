package io.boxoffice.inventory.shard;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The gate of an event: every transaction that changes something of it begins here, and holds the gate open until it ends. A
 * mover closes it behind those who are in.
 */
public final class Gate {
    private static final String CLOSED =
            "SELECT * FROM closed_gates(CAST(:events AS uuid[]), CAST(:epochs AS integer[]))";

    private Gate() {}

    /** How an event stands at a shard. */
    enum State {
        /** It can be written under this epoch. */
        OPEN,
        /** It is on its way from or to this shard, or went. */
        SHUT,
        /** It never had seats here. */
        ABSENT
    }

    /**
     * Enters one gate, in the transaction under way.
     *
     * @throws Moved when the event cannot be written here under this epoch
     */
    public static void enter(JdbcClient shard, UUID event, int epoch) {
        if (!closed(shard, Map.of(event, epoch)).isEmpty()) {
            throw new Moved(event);
        }
    }

    /**
     * Enters the gates of several events of one shard, in the transaction under way.
     *
     * @param epochs the epoch of each, as the directory told
     * @return those that may not be written here
     */
    public static Set<UUID> closed(JdbcClient shard, Map<UUID, Integer> epochs) {
        var asked = epochs.entrySet().stream().toList();
        return new HashSet<>(shard.sql(CLOSED)
                .param("events", Sql.array(asked.stream().map(Map.Entry::getKey).toList()))
                .param(
                        "epochs",
                        Sql.array(asked.stream().map(Map.Entry::getValue).toList()))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list());
    }

    /** A look from outside, which enters nothing. */
    static State look(JdbcClient shard, UUID event, int epoch) {
        return shard.sql("SELECT writable AND epoch = ? FROM shard_events WHERE event_id = ?")
                .params(epoch, event)
                .query(Boolean.class)
                .optional()
                .map(open -> open ? State.OPEN : State.SHUT)
                .orElse(State.ABSENT);
    }
}

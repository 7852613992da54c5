package io.boxoffice.inventory.shard;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The shards that the directory knows. */
@Repository
public class ShardRegister {
    private static final String SELECT =
            "SELECT s.name, s.url, s.dedicated, s.state, count(e.event_id) AS events FROM shards s"
                    + " LEFT JOIN events e ON e.shard = s.name";

    private final JdbcClient directory;
    private final TransactionTemplate transactions;

    ShardRegister(JdbcClient directory, PlatformTransactionManager transactions) {
        this.directory = directory;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Whether a shard takes events. */
    public enum State {
        /** It does. */
        OPEN,
        /** Its events leave one after the other. */
        DRAINING,
        /** It has none any more. */
        CLOSED
    }

    /**
     * A shard of the directory.
     *
     * @param dedicated kept for one hot event at a time
     * @param events how many are there
     */
    public record Entry(String name, String url, boolean dedicated, State state, int events) {}

    /** All that ever were. */
    public List<Entry> all() {
        return query(SELECT + " GROUP BY s.name ORDER BY s.name").list();
    }

    /** One of them. */
    public Optional<Entry> find(String name) {
        return query(SELECT + " WHERE s.name = :name GROUP BY s.name", name).optional();
    }

    private JdbcClient.MappedQuerySpec<Entry> query(String sql, String... name) {
        var statement = directory.sql(sql);
        return (name.length == 0 ? statement : statement.param("name", name[0]))
                .query((row, _) -> new Entry(
                        row.getString("name"),
                        row.getString("url"),
                        row.getBoolean("dedicated"),
                        State.valueOf(row.getString("state")),
                        row.getInt("events")));
    }

    /** One of the settings: they say where it is, the directory whether it takes events. */
    void enter(String name, String url, boolean dedicated) {
        directory
                .sql("INSERT INTO shards (name, url, dedicated) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE"
                        + " SET url = EXCLUDED.url, dedicated = EXCLUDED.dedicated"
                        + " WHERE (shards.url, shards.dedicated) <> (EXCLUDED.url, EXCLUDED.dedicated)")
                .params(name, url, dedicated)
                .update();
    }

    /** Adds a shard, or opens the one of this name and address again; false when the name has another address. */
    public boolean open(String name, String url, boolean dedicated) {
        return directory
                        .sql("INSERT INTO shards (name, url, dedicated) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE"
                                + " SET state = 'OPEN' WHERE shards.url = EXCLUDED.url")
                        .params(name, url, dedicated)
                        .update()
                == 1;
    }

    /** Its events are to leave. One that is closed stays so. */
    public void drain(String name) {
        directory
                .sql("UPDATE shards SET state = 'DRAINING' WHERE name = ? AND state = 'OPEN'")
                .param(name)
                .update();
    }

    /** Its events have left; whoever has just sent one there is waited for. */
    public boolean close(String name) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            directory
                    .sql("SELECT name FROM shards WHERE name = ? FOR UPDATE")
                    .param(name)
                    .query(String.class)
                    .optional();
            return directory
                            .sql("UPDATE shards s SET state = 'CLOSED' WHERE name = ? AND state = 'DRAINING'"
                                    + " AND NOT EXISTS (SELECT FROM events e WHERE e.shard = s.name)"
                                    + " AND NOT EXISTS (SELECT FROM moves m WHERE s.name IN (m.from_shard, m.to_shard)"
                                    + " AND m.state NOT IN ('DONE', 'FAILED'))")
                            .param(name)
                            .update()
                    == 1;
        }));
    }
}

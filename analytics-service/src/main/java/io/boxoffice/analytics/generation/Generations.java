package io.boxoffice.analytics.generation;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which counts there are; what is written here every instance acts upon. */
@Repository
public class Generations {
    private static final String COLUMNS = "generation, application_id, state, started_at, served_at";

    private final JdbcClient jdbc;

    Generations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those to be counted now, the one that is shown first. */
    public List<Generation> live() {
        return generations("state <> 'RETIRED'");
    }

    /** Those shown no more, of which something may be left. */
    public List<Generation> retired() {
        return generations("state = 'RETIRED'");
    }

    private List<Generation> generations(String which) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM generations WHERE " + which + " ORDER BY generation")
                .query((row, _) -> {
                    var served = row.getObject("served_at", OffsetDateTime.class);
                    return new Generation(
                            row.getInt("generation"),
                            row.getString("application_id"),
                            Generation.State.valueOf(row.getString("state")),
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            served == null ? null : served.toInstant());
                })
                .list();
    }

    /** Of a retired count nothing is left any more. */
    public void forget(int generation) {
        jdbc.sql("DELETE FROM generations WHERE generation = ? AND state = 'RETIRED'")
                .param(generation)
                .update();
    }

    /** Begins a new count, unless one is being made. */
    void begin() {
        jdbc.sql("""
                        INSERT INTO generations (generation, application_id, state)
                        SELECT max(generation) + 1,
                               'analytics-' || max(generation) + 1 || '-' || substr(gen_random_uuid()::text, 1, 8),
                               'BUILDING'
                        FROM generations
                        ON CONFLICT DO NOTHING""").update();
    }

    /**
     * Shows a count that has caught up in place of the one shown so far.
     *
     * @return whether this call did it
     */
    @Transactional
    public boolean serve(int generation) {
        jdbc.sql("""
                        UPDATE generations SET state = 'RETIRED' WHERE state = 'SERVING'
                        AND EXISTS (SELECT FROM generations WHERE generation = ? AND state = 'BUILDING')""").param(generation).update();
        return jdbc.sql("""
                        UPDATE generations SET state = 'SERVING', served_at = clock_timestamp()
                        WHERE generation = ? AND state = 'BUILDING'""").param(generation).update() == 1;
    }
}

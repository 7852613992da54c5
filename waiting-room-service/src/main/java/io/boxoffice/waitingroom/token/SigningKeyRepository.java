package io.boxoffice.waitingroom.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The generations of keys in PostgreSQL, by its clock. */
@Repository
class SigningKeyRepository {
    private final JdbcClient jdbc;

    SigningKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of one purpose, the newest first. */
    List<StoredKey> all(String purpose) {
        return jdbc.sql("""
                        SELECT generation, material, created_at, signs_from FROM signing_keys
                        WHERE purpose = ? ORDER BY generation DESC""").param(purpose).query((row, _) -> stored(row)).list();
    }

    /** Adds a generation unless another instance was faster. */
    boolean add(String purpose, int generation, String material, Duration signsIn) {
        return jdbc.sql("""
                                INSERT INTO signing_keys (purpose, generation, material, signs_from)
                                VALUES (?, ?, ?, clock_timestamp() + make_interval(secs => ?))
                                ON CONFLICT DO NOTHING""")
                        .params(purpose, generation, material, seconds(signsIn))
                        .update()
                == 1;
    }

    /** Deletes what stopped signing so long ago that nothing it signed is shown any more. */
    int retire(String purpose, Duration keep) {
        return jdbc.sql("""
                        DELETE FROM signing_keys AS old
                        WHERE purpose = ? AND EXISTS (
                            SELECT FROM signing_keys AS newer
                            WHERE newer.purpose = old.purpose AND newer.generation > old.generation
                              AND newer.signs_from < clock_timestamp() - make_interval(secs => ?))""").params(purpose, seconds(keep)).update();
    }

    /** Stores the same key in another wrapping. */
    void rewrap(String purpose, StoredKey stored, String material) {
        jdbc.sql("UPDATE signing_keys SET material = ? WHERE purpose = ? AND generation = ? AND material = ?")
                .params(material, purpose, stored.generation(), stored.material())
                .update();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static StoredKey stored(ResultSet row) throws SQLException {
        return new StoredKey(
                row.getInt("generation"),
                row.getString("material"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("signs_from", OffsetDateTime.class).toInstant());
    }
}

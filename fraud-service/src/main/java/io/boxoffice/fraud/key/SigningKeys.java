package io.boxoffice.fraud.key;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys are made once, by whichever instance comes first, and read by all of them. */
@Repository
public class SigningKeys {
    private final JdbcClient jdbc;

    SigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The material of every generation, the one that signs first; makes the first generation where there is none. */
    public List<String> load(String purpose, Supplier<String> make) {
        var stored = stored(purpose);
        if (!stored.isEmpty()) {
            return stored;
        }
        jdbc.sql("INSERT INTO signing_keys (purpose, generation, material) VALUES (?, 1, ?) ON CONFLICT DO NOTHING")
                .params(purpose, make.get())
                .update();
        return stored(purpose);
    }

    private List<String> stored(String purpose) {
        return jdbc.sql("SELECT material FROM signing_keys WHERE purpose = ? ORDER BY generation DESC")
                .param(purpose)
                .query((row, _) -> row.getString("material"))
                .list();
    }
}

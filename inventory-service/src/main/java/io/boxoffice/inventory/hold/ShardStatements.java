package io.boxoffice.inventory.hold;

import io.boxoffice.common.database.DatabaseErrors;
import io.boxoffice.inventory.shard.Shard;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;

/** Runs statements of a group as they are, in the transaction under way: nothing is parsed, named or mapped for each request. */
@Component
class ShardStatements {
    private final DatabaseErrors errors;

    ShardStatements(DatabaseErrors errors) {
        this.errors = errors;
    }

    /** What is done with a statement that is prepared. */
    interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    <T> T run(Shard shard, String sql, Use<T> use) {
        var jdbc = errors.countedIn(new JdbcTemplate(shard.dataSource()));
        return java.util.Objects.requireNonNull(jdbc.execute(sql, (PreparedStatementCallback<T>) use::of));
    }
}

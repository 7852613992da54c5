package io.boxoffice.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.ShardDatabases;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@InventoryTest
class MovedTableIT {

    @Test
    void everyTableOfAShardMovesWithItsEvent() {
        var there = ShardDatabases.behind("shard-1")
                .sql("SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
                        + " AND table_name <> 'flyway_schema_history'")
                .query(String.class)
                .list();
        var moved = Stream.concat(MovedTable.copied(), Stream.of(MovedTable.OUTBOX))
                .map(MovedTable::name)
                .toList();
        assertThat(moved).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void everyTableIsToldApartByAKeyThatIsOne() {
        for (var table : MovedTable.copied().toList()) {
            List<String> keys = ShardDatabases.behind("shard-1")
                    .sql("SELECT string_agg(a.attname, ',' ORDER BY a.attname) FROM pg_index i"
                            + " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)"
                            + " WHERE i.indrelid = to_regclass(?) AND i.indisunique AND i.indpred IS NULL"
                            + " GROUP BY i.indexrelid")
                    .param(table.name())
                    .query(String.class)
                    .list();
            assertThat(keys)
                    .as(table.name())
                    .contains(String.join(",", table.key().stream().sorted().toList()));
        }
    }
}

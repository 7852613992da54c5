package io.boxoffice.inventory.hold;

import io.boxoffice.common.Ids;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Places the holds of a group by one guarded statement. */
@Repository
class Placements {
    private static final String PLACE = Sql.named("hold/place-holds.sql");

    private final ShardStatements statements;

    Placements(ShardStatements statements) {
        this.statements = statements;
    }

    /** Carries a request out of the transaction, which it undoes, that was written in part. */
    static final class InPart extends RuntimeException {
        InPart() {
            super("a hold was placed in part", null, false, false);
        }
    }

    /** A seat with the place its request has among those of the statement, which count from 1. */
    private record Row(int n, Placement placement, Verdict.Chosen chosen) {}

    /**
     * Those that are placed once the transaction commits; of the others nothing is written.
     *
     * @throws InPart when the transaction must not commit
     */
    BitSet place(Shard shard, List<Placement> placements, Instant expiry) {
        return statements.run(shard, PLACE, statement -> {
            fill(statement, placements, expiry);
            var placed = new BitSet();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    if (!row.getBoolean(2)) {
                        throw new InPart();
                    }
                    placed.set(row.getInt(1) - 1);
                }
            }
            return placed;
        });
    }

    private static void fill(PreparedStatement statement, List<Placement> placements, Instant expiry)
            throws SQLException {
        var columns = new Columns(statement)
                .uuids(placements, placement -> placement.bid().event())
                .uuids(placements, placement -> placement.fan().user())
                .uuids(placements, placement -> placement.fan().session())
                .texts(placements, placement -> placement.fan().limitKey())
                .uuids(placements, Placement::holdId)
                .longs(placements, placement -> placement.seats().size())
                .add("numeric", placements.stream().map(Placement::subtotal).toArray(BigDecimal[]::new));
        request(columns, placements)
                .texts(placements, Placement::location)
                .texts(placements, Placement::answer)
                .uuids(placements, _ -> Ids.next())
                .texts(placements, Placement::message)
                .texts(placements, placement -> placement.bid().traceparent());
        var rows = rows(placements);
        columns.longs(rows, Row::n)
                .uuids(rows, row -> row.placement().holdId())
                .uuids(rows, row -> row.placement().fan().user())
                .longs(rows, row -> row.placement().seats().size())
                .uuids(rows, row -> row.placement().bid().event())
                .uuids(rows, row -> row.chosen().seat().seatId())
                .ints(rows, row -> row.chosen().version())
                .add(
                        "numeric",
                        rows.stream().map(row -> row.chosen().seat().price()).toArray(BigDecimal[]::new))
                .add(expiry.atOffset(ZoneOffset.UTC));
    }

    private static Columns request(Columns columns, List<Placement> placements) throws SQLException {
        return columns.texts(
                        placements,
                        placement -> placement.bid().request().idempotent().sub())
                .texts(
                        placements,
                        placement -> placement.bid().request().idempotent().method())
                .texts(
                        placements,
                        placement -> placement.bid().request().idempotent().path())
                .texts(
                        placements,
                        placement -> placement.bid().request().idempotent().key())
                .add(
                        "bytea",
                        placements.stream()
                                .map(placement -> placement
                                        .bid()
                                        .request()
                                        .idempotent()
                                        .bodyHash()
                                        .value())
                                .toArray(byte[][]::new));
    }

    private static List<Row> rows(List<Placement> placements) {
        var rows = new ArrayList<Row>();
        for (int n = 0; n < placements.size(); n++) {
            var placement = placements.get(n);
            for (var chosen : placement.seats()) {
                rows.add(new Row(n + 1, placement, chosen));
            }
        }
        return rows;
    }
}

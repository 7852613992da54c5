package io.boxoffice.inventory.block;

import io.boxoffice.inventory.shard.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Puts blocks together from their lines, one a section. */
final class BlockLines implements RowCallbackHandler {
    private final UUID event;
    private final Map<UUID, Block> blocks = new LinkedHashMap<>();

    BlockLines(UUID event) {
        this.event = event;
    }

    Collection<Block> blocks() {
        return blocks.values();
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        var id = Sql.uuid(row, "block_id");
        var before = blocks.get(id);
        var sections = before == null ? new ArrayList<Block.Section>() : new ArrayList<>(before.sections());
        int seats = before == null ? 0 : before.seats();
        if (row.getString("section") != null) {
            sections.add(new Block.Section(row.getString("section"), row.getInt("seats"), seatIds(row)));
            seats += row.getInt("seats");
        }
        var releaseAt = instant(row, "release_at");
        blocks.put(
                id,
                new Block(
                        id,
                        event,
                        row.getString("name"),
                        BlockKind.valueOf(row.getString("kind")),
                        release(row, releaseAt),
                        releaseAt,
                        Sql.instant(row, "created_at"),
                        instant(row, "released_at"),
                        seats,
                        List.copyOf(sections)));
    }

    private static @Nullable String release(ResultSet row, @Nullable Instant at) throws SQLException {
        return row.getBoolean("at_general_sale") ? Release.GENERAL_SALE : at == null ? null : at.toString();
    }

    private static @Nullable List<UUID> seatIds(ResultSet row) throws SQLException {
        var ids = row.getArray("seat_ids");
        return ids == null ? null : List.of((UUID[]) ids.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}

package io.boxoffice.inventory.block;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.Problems;
import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What the shard knows of an event whose seats are to be kept from sale. */
@Repository
class BlockedEvents {

    /**
     * @param generalSale unknown for an event that was published before this was kept
     * @param now by the clock of the shard, which is the one that blocks are released by
     */
    record BlockedEvent(boolean cancelled, @Nullable Instant generalSale, Instant now) {

        /** @throws io.boxoffice.common.web.ProblemException 400 for a moment that cannot be waited for */
        void require(Release release) {
            switch (release) {
                case Release.ByHand() -> {
                    // whenever somebody says so
                }
                case Release.WithGeneralSale() -> {
                    if (generalSale == null) {
                        throw Problems.invalid(
                                "/release", "When the general sale opens is not known here; send an instant.");
                    }
                    if (!generalSale.isAfter(now)) {
                        throw Problems.invalid("/release", "The general sale has opened already.");
                    }
                }
                case Release.At(var instant) -> {
                    if (!instant.isAfter(now)) {
                        throw Problems.invalid("/release", "This is past.");
                    }
                }
            }
        }
    }

    /** @throws io.boxoffice.common.web.ProblemException 404 where the caller is neither its organiser nor staff */
    BlockedEvent find(Shard shard, UUID event, Caller caller) {
        boolean staff = caller.has("OPS") || caller.has("SUPPORT");
        return shard.jdbc()
                .sql("SELECT sale_state, general_sale_date, clock_timestamp() AS now FROM shard_events"
                        + " WHERE event_id = ? AND (? OR organizer_id = ?)")
                .params(event, staff, caller.sub())
                .query((row, _) -> read(row))
                .optional()
                .orElseThrow(Problems::notFound);
    }

    private static BlockedEvent read(ResultSet row) throws SQLException {
        var general = row.getObject("general_sale_date", OffsetDateTime.class);
        return new BlockedEvent(
                "CANCELLED".equals(row.getString("sale_state")),
                general == null ? null : general.toInstant(),
                Sql.instant(row, "now"));
    }
}

package io.boxoffice.inventory.hold;

import io.boxoffice.inventory.shard.Shard;
import io.boxoffice.inventory.shard.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Looks at seats outside any transaction. */
@Repository
class SeatReads {

    /** Those of the sections of whose seats that are for sale under a tenth is free. */
    Set<String> nearlyGone(Shard shard, UUID event, Collection<String> sections) {
        return sections.stream()
                .filter(section -> shard.jdbc()
                        .sql("SELECT 10 * count(*) FILTER (WHERE status = 'AVAILABLE') < count(*)"
                                + " FROM seats WHERE event_id = ? AND section = ? AND NOT not_for_sale")
                        .params(event, section)
                        .query(Boolean.class)
                        .single())
                .collect(Collectors.toSet());
    }

    /** Those of the seats that can be had at this moment. */
    List<UUID> available(Shard shard, List<UUID> seats) {
        return shard.jdbc()
                .sql("SELECT seat_id FROM seats WHERE seat_id = ANY (CAST(? AS uuid[])) AND status = 'AVAILABLE'"
                        + " AND NOT not_for_sale")
                .param(Sql.array(seats))
                .query((row, _) -> Sql.uuid(row, "seat_id"))
                .list();
    }
}

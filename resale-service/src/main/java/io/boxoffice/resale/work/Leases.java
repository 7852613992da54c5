package io.boxoffice.resale.work;

import io.boxoffice.resale.listing.Listing;
import io.boxoffice.resale.sql.Sql;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who works on which listing; by the database's clock. */
@Repository
class Leases {
    private static final String CLAIM_DUE = Sql.of("listing/claim-due");

    private final JdbcClient jdbc;
    private final double seconds;

    Leases(JdbcClient jdbc, WorkProperties properties) {
        this.jdbc = jdbc;
        this.seconds = properties.lease().toMillis() / 1000.0;
    }

    OffsetDateTime now() {
        return jdbc.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single();
    }

    boolean claim(UUID listing, UUID worker) {
        return jdbc.sql("UPDATE listings SET worker = ?, worked_until = clock_timestamp() + make_interval(secs => ?)"
                                + " WHERE listing_id = ? AND worked_until <= clock_timestamp()")
                        .params(worker, seconds, listing)
                        .update()
                == 1;
    }

    /** Only leases that had lapsed when the round began, so that a listing is tried once a round. */
    List<UUID> claimDue(UUID worker, OffsetDateTime before, int batch) {
        return jdbc.sql(CLAIM_DUE)
                .param("worker", worker)
                .param("lease", seconds)
                .param("before", before)
                .param("batch", batch)
                .query((row, _) -> Sql.uuid(row, "listing_id"))
                .list();
    }

    boolean renew(Listing listing, UUID worker) {
        return jdbc.sql("UPDATE listings SET worked_until = clock_timestamp() + make_interval(secs => ?)"
                                + " WHERE listing_id = ? AND worker = ? AND pending = ?")
                        .params(seconds, listing.id(), worker, Objects.toString(listing.pending()))
                        .update()
                == 1;
    }

    void release(UUID listing, UUID worker) {
        jdbc.sql("UPDATE listings SET worked_until = clock_timestamp() WHERE listing_id = ? AND worker = ?")
                .params(listing, worker)
                .update();
    }
}

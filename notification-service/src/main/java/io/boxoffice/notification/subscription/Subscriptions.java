package io.boxoffice.notification.subscription;

import io.boxoffice.common.Ids;
import io.boxoffice.notification.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Opt-ins and their addresses. */
@Repository
public class Subscriptions {
    private static final String FORGET = Sql.of("subscription/forget");

    private final JdbcClient jdbc;

    Subscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes these kinds, and no others, what the fan asked for; the address is that of the latest opt-in. */
    @Transactional
    public void replace(UUID eventId, UUID userId, String email, Set<NotifyKind> kinds) {
        jdbc.sql("DELETE FROM subscriptions WHERE event_id = :event AND user_id = :user AND kind NOT IN (:kinds)")
                .param("event", eventId)
                .param("user", userId)
                .param("kinds", names(kinds))
                .update();
        for (var kind : names(kinds)) {
            jdbc.sql(
                            "INSERT INTO subscriptions (subscription_id, event_id, user_id, kind, email) VALUES (?, ?, ?, ?, ?)"
                                    + " ON CONFLICT (event_id, kind, user_id) WHERE used_at IS NULL"
                                    + " DO UPDATE SET email = excluded.email")
                    .params(Ids.next(), eventId, userId, kind, email)
                    .update();
        }
    }

    /** The same order for everybody, so that two requests of one fan cannot block each other. */
    private static List<String> names(Set<NotifyKind> kinds) {
        return kinds.stream().sorted().map(NotifyKind::name).toList();
    }

    /** The fan wants to hear nothing more; a letter that is owed but not sent is not sent either. */
    public void withdraw(UUID eventId, UUID userId) {
        jdbc.sql("DELETE FROM subscriptions WHERE event_id = ? AND user_id = ?")
                .params(eventId, userId)
                .update();
    }

    /** Where to write; empty when the fan has thought otherwise. */
    public Optional<String> addressOf(UUID subscriptionId) {
        return jdbc.sql("SELECT email FROM subscriptions WHERE subscription_id = ?")
                .param(subscriptionId)
                .query((row, _) -> row.getString("email"))
                .optional();
    }

    /** Forgets those whose letter is settled, and those whose event is over. */
    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forget() {
        jdbc.sql(FORGET).update();
    }
}

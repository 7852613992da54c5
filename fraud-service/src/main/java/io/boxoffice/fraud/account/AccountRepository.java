package io.boxoffice.fraud.account;

import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.fraud.score.Scorer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountRepository {
    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(UUID user) {
        return jdbc.sql("SELECT * FROM accounts WHERE user_id = ?")
                .param(user)
                .query((row, _) -> read(row))
                .optional();
    }

    /** The account, made where there is none, locked: verdicts on one account are decided one after the other. */
    Account lock(UUID user, Instant now) {
        jdbc.sql("""
                        INSERT INTO accounts (user_id, model, decided_at, told_at, stands_until)
                        VALUES (:user, :model, :now, :now, :now) ON CONFLICT (user_id) DO NOTHING""")
                .param("user", user)
                .param("model", Scorer.MODEL)
                .param("now", utc(now))
                .update();
        return lock(user).orElseThrow();
    }

    Optional<Account> lock(UUID user) {
        return jdbc.sql("SELECT * FROM accounts WHERE user_id = ? FOR UPDATE")
                .param(user)
                .query((row, _) -> read(row))
                .optional();
    }

    void save(Account account) {
        jdbc.sql("""
                        UPDATE accounts SET event_id = :event, decision = :decision, score = :score, reasons = :reasons,
                            model = :model, decided_at = :decided, told_at = :told, stands_until = :until,
                            lifted_at = :lifted, lifted_until = :liftedUntil, lift_reason = :why
                        WHERE user_id = :user""")
                .param("event", account.eventId())
                .param("decision", account.decision().name())
                .param("score", account.score())
                .param("reasons", account.reasons().toArray(String[]::new))
                .param("model", account.model())
                .param("decided", utc(account.decidedAt()))
                .param("told", utc(account.toldAt()))
                .param("until", utc(account.standsUntil()))
                .param("lifted", utc(account.liftedAt()))
                .param("liftedUntil", utc(account.liftedUntil()))
                .param("why", account.liftReason())
                .param("user", account.userId())
                .update();
    }

    /** Whose verdict was told last before then. */
    List<UUID> toldBefore(Instant then, int atMost) {
        return jdbc.sql("SELECT user_id FROM accounts WHERE decision <> 'ALLOW' AND told_at <= ?"
                        + " ORDER BY told_at LIMIT ?")
                .params(then.atOffset(ZoneOffset.UTC), atMost)
                .query((row, _) -> row.getObject("user_id", UUID.class))
                .list();
    }

    private static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("user_id", UUID.class),
                row.getObject("event_id", UUID.class),
                Verdict.valueOf(row.getString("decision")),
                row.getInt("score"),
                List.of((String[]) row.getArray("reasons").getArray()),
                row.getString("model"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                row.getObject("stands_until", OffsetDateTime.class).toInstant(),
                instant(row.getObject("lifted_at", OffsetDateTime.class)),
                instant(row.getObject("lifted_until", OffsetDateTime.class)),
                row.getString("lift_reason"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}

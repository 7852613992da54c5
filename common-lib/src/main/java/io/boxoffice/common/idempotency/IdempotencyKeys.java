package io.boxoffice.common.idempotency;

import io.boxoffice.common.Ids;
import io.boxoffice.common.web.ProblemException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Idempotency-Key (IETF draft) over one database: the stored answer lives beside the effect. Single-transaction calls use
 * {@link #inTransaction}; multi-step calls {@link #begin} and {@link #complete}. Refusals thrown as problems are not stored.
 */
public final class IdempotencyKeys {
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final JsonMapper json;
    private final Duration takeoverAfter;

    /** @param takeoverAfter when a multi-step call that says nothing counts as dead and a repeat may go on with it */
    public IdempotencyKeys(
            JdbcClient jdbc, TransactionOperations transactions, JsonMapper json, Duration takeoverAfter) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.takeoverAfter = takeoverAfter;
    }

    /** How a multi-step call starts. */
    public sealed interface Start {
        /** Ours to run, for the first time. */
        record Fresh(UUID claim) implements Start {}

        /** Begun by a process that died; {@code reference} is what it had made by then, where it said so. */
        record TakenOver(UUID claim, @Nullable UUID reference) implements Start {}

        /** Done before; this is the answer. */
        record Replay(ResponseEntity<Object> answer) implements Start {}
    }

    private record Row(
            byte[] bodyHash,
            UUID claim,
            @Nullable UUID reference,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String body,
            boolean dead) {

        private Stored stored() {
            return new Stored(bodyHash, status, location, body);
        }
    }

    /** What the table has for a key; no status while the call is running. */
    public record Stored(
            byte[] bodyHash,
            @Nullable Integer status,
            @Nullable String location,
            @Nullable String body) {}

    /**
     * Runs {@code effect} and stores its answer, all in one transaction; a repeat waits for the first one's end and gets the
     * stored answer with {@code Idempotency-Replayed: true}. If {@code effect} throws, nothing is stored and nothing is done.
     */
    public ResponseEntity<Object> inTransaction(IdempotentRequest request, Supplier<ResponseEntity<Object>> effect) {
        var answer = transactions.execute(_ -> {
            if (insert(request, Ids.next())) {
                var fresh = effect.get();
                store(request, fresh);
                return fresh;
            }
            return replay(request, find(request).stored());
        });
        return java.util.Objects.requireNonNull(answer);
    }

    /**
     * Begins a multi-step call, committed at once.
     *
     * @throws ProblemException 409 {@code idempotency-key-in-use} while another runs, 422 {@code idempotency-key-reused}
     */
    public Start begin(IdempotentRequest request) {
        var claim = Ids.next();
        var start = transactions.execute(_ -> {
            if (insert(request, claim)) {
                return new Start.Fresh(claim);
            }
            var row = find(request);
            if (row.status() != null) {
                return new Start.Replay(replay(request, row.stored()));
            }
            requireSameBody(request, row.stored());
            if (row.dead() && take(request, row.claim(), claim)) {
                return new Start.TakenOver(claim, row.reference());
            }
            throw new ProblemException(
                            HttpStatus.CONFLICT,
                            "idempotency-key-in-use",
                            "This request is still running; repeat it shortly.")
                    .retryAfter(Duration.ofSeconds(1));
        });
        return java.util.Objects.requireNonNull(start);
    }

    /** Notes what a multi-step call has made, for whoever may have to take it over; call it in the transaction that makes it. */
    public void refer(IdempotentRequest request, UUID claim, UUID reference) {
        jdbc.sql("UPDATE idempotency_keys SET reference = ?, claimed_at = clock_timestamp()" + WHERE + " AND claim = ?")
                .params(reference, request.sub(), request.method(), request.path(), request.key(), claim)
                .update();
    }

    /** Stores the answer of a multi-step call, in the transaction of its last step or on its own; a later claim wins. */
    public void complete(IdempotentRequest request, ResponseEntity<?> answer) {
        store(request, answer);
    }

    /** Forgets a multi-step call whose answer is not to be stored, so that a repeat runs anew. */
    public void forget(IdempotentRequest request, UUID claim) {
        jdbc.sql("DELETE FROM idempotency_keys" + WHERE + " AND claim = ? AND status IS NULL")
                .params(request.sub(), request.method(), request.path(), request.key(), claim)
                .update();
    }

    /** Deletes records older than 24 h; services call it now and then. */
    public int prune() {
        return jdbc.sql("DELETE FROM idempotency_keys WHERE created_at < clock_timestamp() - interval '24 hours'")
                .update();
    }

    private static final String WHERE = " WHERE sub = ? AND method = ? AND path = ? AND idempotency_key = ?";

    private boolean insert(IdempotentRequest request, UUID claim) {
        return jdbc.sql("INSERT INTO idempotency_keys (sub, method, path, idempotency_key, body_hash, claim)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(
                                request.sub(),
                                request.method(),
                                request.path(),
                                request.key(),
                                request.bodyHash().value(),
                                claim)
                        .update()
                == 1;
    }

    private Row find(IdempotentRequest request) {
        return jdbc.sql("SELECT body_hash, claim, reference, status, location, body,"
                        + " claimed_at < clock_timestamp() - make_interval(secs => ?) AS dead FROM idempotency_keys"
                        + WHERE)
                .params(
                        takeoverAfter.toMillis() / 1000.0,
                        request.sub(),
                        request.method(),
                        request.path(),
                        request.key())
                .query(Row.class)
                .optional()
                .orElseThrow(() -> new ProblemException(
                                HttpStatus.CONFLICT,
                                "idempotency-key-in-use",
                                "This request has just ended; repeat it.")
                        .retryAfter(Duration.ofSeconds(1)));
    }

    private boolean take(IdempotentRequest request, UUID from, UUID to) {
        return jdbc.sql("UPDATE idempotency_keys SET claim = ?, claimed_at = clock_timestamp()" + WHERE
                                + " AND claim = ? AND status IS NULL")
                        .params(to, request.sub(), request.method(), request.path(), request.key(), from)
                        .update()
                == 1;
    }

    private void store(IdempotentRequest request, ResponseEntity<?> answer) {
        jdbc.sql("UPDATE idempotency_keys SET status = ?, location = ?, body = ?" + WHERE + " AND status IS NULL")
                .param(answer.getStatusCode().value())
                .param(answer.getHeaders().getFirst(HttpHeaders.LOCATION))
                .param(answer.getBody() == null ? null : json.writeValueAsString(answer.getBody()))
                .param(request.sub())
                .param(request.method())
                .param(request.path())
                .param(request.key())
                .update();
    }

    /**
     * The answer of a repeat, for who reads and writes the table among other things in statements of their own.
     *
     * @throws ProblemException 409 {@code idempotency-key-in-use}, 422 {@code idempotency-key-reused}
     */
    public static ResponseEntity<Object> replay(IdempotentRequest request, Stored row) {
        requireSameBody(request, row);
        if (row.status() == null) {
            throw new ProblemException(
                            HttpStatus.CONFLICT,
                            "idempotency-key-in-use",
                            "This request is still running; repeat it shortly.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        var answer = ResponseEntity.status(row.status()).header("Idempotency-Replayed", "true");
        if (row.location() != null) {
            answer.header(HttpHeaders.LOCATION, row.location());
        }
        var refusal = row.status() >= 400;
        return answer.contentType(refusal ? MediaType.APPLICATION_PROBLEM_JSON : MediaType.APPLICATION_JSON)
                .body(row.body());
    }

    private static void requireSameBody(IdempotentRequest request, Stored row) {
        if (!new IdempotentRequest.Bytes(row.bodyHash()).equals(request.bodyHash())) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "This Idempotency-Key was used with another body; use a new key for a new intention.");
        }
    }
}

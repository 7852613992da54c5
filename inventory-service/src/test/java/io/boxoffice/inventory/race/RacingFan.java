package io.boxoffice.inventory.race;

import static java.util.stream.Collectors.toSet;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.race.SeatState.End;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One fan, and the payment that acts for them, as callers of the service: each call is written down with its times and what its
 * answer says. Whoever is not answered, or told to come back, repeats with the same key or order.
 */
final class RacingFan {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(150);

    final UUID id = UUID.randomUUID();
    private final Api api;
    private final Shows.Show show;
    private final Journal journal;
    private final String who;

    RacingFan(Api api, Shows.Show show, Journal journal, String who) {
        this.api = api;
        this.show = show;
        this.journal = journal;
        this.who = who;
    }

    /** What came back at last, and the times of the last attempt and of the first. */
    private record Reply(Api.Answer answer, long first, long last, long returned) {
        String code() {
            return answer.code();
        }

        int status() {
            return answer.status();
        }
    }

    /** An order's way in, by its fence. */
    record Entry(UUID hold, UUID order, long fence) {}

    /** Asks for seats, named or best, as the body says; the hold, if there is one now. */
    Optional<UUID> hold(Map<String, ?> body, @Nullable UUID replaced, String key) {
        var reply =
                persist(() -> api.send(holding(body, replaced, key)), invoked -> journal.lost(id, replaced, invoked));
        return noted(reply, replaced);
    }

    /** Asks and hangs up after a moment; the answer may have come before that. */
    Optional<UUID> holdAndLeave(Map<String, ?> body, String key, Duration moment) {
        long invoked = journal.call();
        try {
            var answer = api.send(holding(body, null, key).timeout(moment));
            if (uncertain(answer)) {
                journal.lost(id, null, invoked);
                return Optional.empty();
            }
            return noted(new Reply(answer, invoked, invoked, journal.now()), null);
        } catch (UncheckedIOException _) {
            journal.lost(id, null, invoked);
            return Optional.empty();
        }
    }

    private HttpRequest.Builder holding(Map<String, ?> body, @Nullable UUID replaced, String key) {
        Map<String, Object> whole = new HashMap<>(body);
        if (replaced != null) {
            whole.put("replace_hold_id", replaced);
        }
        return api.as(id, "FAN", "/api/v1/events/" + show.id() + "/holds")
                .header("Idempotency-Key", key)
                .POST(Api.json(whole));
    }

    private Optional<UUID> noted(Reply reply, @Nullable UUID replaced) {
        switch (reply.code()) {
            case "" -> {
                var body = reply.answer().body();
                var hold = reply.answer().id("hold_id");
                var expires = Instant.parse(body.path("expires_at").asString());
                journal.held(
                        who,
                        hold,
                        ids(body.path("seats"), "seat_id"),
                        replaced,
                        expires,
                        reply.first(),
                        reply.returned());
                return Optional.of(hold);
            }
            case "seat-taken" ->
                note(reply, new Step.Refused(), taken(reply.answer().body()));
            case "hold-in-checkout" -> inCheckout(reply, replaced);
            case "no-seats", "hold-exists", "ticket-limit", "orphan-seat" -> {}
            default -> surprise("hold", reply);
        }
        return Optional.empty();
    }

    private void inCheckout(Reply reply, @Nullable UUID replaced) {
        if (replaced == null) {
            surprise("hold", reply);
        } else {
            note(reply, new Step.Busy(replaced), replaced);
        }
    }

    void release(UUID hold) {
        var reply = persist(
                () -> api.release(id, show.id(), hold), invoked -> unknown(new Step.GivenBack(hold), hold, invoked));
        switch (reply.code()) {
            case "" -> note(reply, new Step.GivenBack(hold), hold);
            case "hold-in-checkout" -> note(reply, new Step.Busy(hold), hold);
            default -> surprise("release", reply);
        }
    }

    void look(UUID hold) {
        var reply = persist(() -> api.lookAtHold(id, show.id(), hold), _ -> {});
        if (reply.status() == 200) {
            note(reply, new Step.Shown(hold, reply.answer().text("status")), hold);
        } else {
            surprise("look", reply);
        }
    }

    /** The hold's time is over as far as the shard can tell; nobody but this fan does anything with it meanwhile. */
    void ageAlone(UUID hold) {
        long moment = makeOld(hold);
        journal.add(Operation.answered(who, new Step.Lapsed(hold), journal.seatsOf(hold), moment, journal.now()));
    }

    /** The same, but a checkout may have it first, or have it prolonged. */
    void age(UUID hold) {
        journal.lapses(hold, makeOld(hold));
    }

    private long makeOld(UUID hold) {
        long moment = journal.now();
        show.behind()
                .sql("UPDATE holds SET expires_at = clock_timestamp() - interval '1 second' WHERE hold_id = ?")
                .param(hold)
                .update();
        return moment;
    }

    Optional<Entry> checkout(UUID hold, UUID order) {
        var reply = persist(
                () -> api.checkout(show.id(), hold, order, id),
                invoked -> unknown(new Step.Entered(hold, order), hold, invoked));
        switch (reply.code()) {
            case "" -> {
                note(reply, new Step.Entered(hold, order), hold);
                return Optional.of(new Entry(
                        hold, order, reply.answer().body().path("fence").asLong()));
            }
            case "order-in-progress" -> note(reply, new Step.Others(hold, order), hold);
            case "hold-expired" -> note(reply, new Step.Gone(hold), hold);
            case "checkout-ended" -> note(reply, new Step.Over(order), hold);
            default -> surprise("checkout", reply);
        }
        return Optional.empty();
    }

    void confirm(Entry entry) {
        var bought = new Step.Bought(entry.hold(), entry.order());
        var reply = persist(
                () -> api.confirm(show.id(), entry.hold(), entry.order(), entry.fence(), id),
                invoked -> unknown(bought, entry.hold(), invoked));
        switch (reply.code()) {
            case "" -> {
                note(reply, bought, entry.hold());
                if (!ids(reply.answer().body().path("tickets"), "seat_id").equals(journal.seatsOf(entry.hold()))) {
                    journal.surprise(who + " bought other seats than held: "
                            + reply.answer().body());
                }
            }
            case "fence-lost" -> note(reply, new Step.Fenced(entry.hold(), entry.order(), true), entry.hold());
            default -> surprise("confirm", reply);
        }
    }

    /** A fence that was never given to this order. */
    void confirmWithAForeignFence(Entry entry) {
        var forged = new Entry(entry.hold(), entry.order(), entry.fence() + 1);
        var reply = persist(() -> api.confirm(show.id(), forged.hold(), forged.order(), forged.fence(), id), _ -> {});
        if (!reply.code().equals("fence-lost")) {
            surprise("confirm with a foreign fence", reply);
        }
    }

    void abandon(Entry entry, End asked) {
        var outcome = asked == End.RETURNED ? "RETURN" : "RELEASE";
        var reply = persist(
                () -> api.abandon(show.id(), entry.hold(), entry.order(), entry.fence(), outcome),
                invoked -> unknown(new Step.Ended(entry.hold(), entry.order(), asked, asked), entry.hold(), invoked));
        switch (reply.code()) {
            case "" -> {
                var answered = switch (reply.answer().text("status")) {
                    case "ACTIVE" -> End.RETURNED;
                    case "RELEASED" -> End.RELEASED;
                    default -> End.SOLD;
                };
                note(reply, new Step.Ended(entry.hold(), entry.order(), asked, answered), entry.hold());
            }
            case "fence-lost" -> note(reply, new Step.Fenced(entry.hold(), entry.order(), false), entry.hold());
            default -> surprise("abandon", reply);
        }
    }

    private void note(Reply reply, Step step, UUID hold) {
        note(reply, step, journal.seatsOf(hold));
    }

    /** A yes may be the work of an earlier attempt, which is written down for itself; a no is what the last one met. */
    private void note(Reply reply, Step step, Set<UUID> seats) {
        journal.add(Operation.answered(who, step, seats, reply.last(), reply.returned()));
    }

    private void unknown(Step step, UUID hold, long invoked) {
        journal.add(Operation.unknown(who, step, journal.seatsOf(hold), invoked));
    }

    private void surprise(String verb, Reply reply) {
        journal.surprise("%s: %s was answered %d %s"
                .formatted(who, verb, reply.status(), reply.answer().raw().body()));
    }

    private Reply persist(Supplier<Api.Answer> call, LongConsumer lost) {
        long first = journal.now();
        return once(call, first, lost)
                .orElseGet(() -> Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(PAUSE)
                        .until(() -> once(call, first, lost), Optional::isPresent)
                        .orElseThrow());
    }

    private Optional<Reply> once(Supplier<Api.Answer> call, long first, LongConsumer lost) {
        long invoked = journal.call();
        try {
            var answer = call.get();
            if (!uncertain(answer)) {
                return Optional.of(new Reply(answer, first, invoked, journal.now()));
            }
        } catch (UncheckedIOException _) {
            // as good as no answer
        }
        lost.accept(invoked);
        return Optional.empty();
    }

    /** Nobody knows what became of it, or it is still under way; a failure must be one that the contract knows. */
    private boolean uncertain(Api.Answer answer) {
        if (answer.status() >= 500 && !answer.code().equals("shard-unavailable")) {
            journal.surprise("%s was answered %d %s"
                    .formatted(who, answer.status(), answer.raw().body()));
        }
        return answer.status() >= 500 || answer.code().equals("idempotency-key-in-use");
    }

    private static Set<UUID> taken(JsonNode problem) {
        return StreamSupport.stream(problem.path("taken").spliterator(), false)
                .map(seat -> UUID.fromString(seat.asString()))
                .collect(toSet());
    }

    private static Set<UUID> ids(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> UUID.fromString(one.path(field).asString()))
                .collect(toSet());
    }
}

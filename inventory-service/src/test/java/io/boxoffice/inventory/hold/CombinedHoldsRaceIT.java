package io.boxoffice.inventory.hold;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.History;
import io.boxoffice.inventory.fixture.InventoryTest;
import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.Shows;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All kinds of holds in the same groups: common seats, repeated keys, fans at many windows, statements that fail. */
@InventoryTest
class CombinedHoldsRaceIT {
    private static final int REQUESTS = 400;
    private static final int FANS = 60;

    @Autowired
    Shows shows;

    @Autowired
    Api api;

    @Autowired
    MeterRegistry metrics;

    private final List<UUID> fans =
            IntStream.range(0, FANS).mapToObj(_ -> UUID.randomUUID()).toList();

    private record Sent(UUID fan, String key, Api.Answer answer) {}

    private Shows.Show floorAndPit() {
        var plan = shows.plan(30, 1);
        plan.put("ticket_limit", 4);
        plan.put("sections", List.of(Shows.section("Floor", 30, 1), Shows.generalAdmission("Pit", 50)));
        plan.put(
                "pricing_tiers",
                List.of(
                        Map.of("section", "Floor", "price", new BigDecimal("50.00")),
                        Map.of("section", "Pit", "price", new BigDecimal("20.00"))));
        return shows.onSale(plan);
    }

    /** A fan has three keys, and the same key always asks for the same. */
    private Sent any(Shows.Show show, int n) {
        var random = new Random(n);
        int who = random.nextInt(FANS);
        var key = "key-" + random.nextInt(3);
        var same = new Random(31L * who + key.hashCode());
        Object body = switch (same.nextInt(3)) {
            case 0 -> Map.of("seat_ids", some(show, same));
            case 1 -> Map.of("best_available", Map.of("quantity", 1 + same.nextInt(2), "adjacent", false));
            default -> Map.of("best_available", Map.of("quantity", 1 + same.nextInt(4), "section", "Pit"));
        };
        return send(show, fans.get(who), key, body);
    }

    private static List<UUID> some(Shows.Show show, Random random) {
        return random.ints(0, 30)
                .distinct()
                .limit(1 + random.nextInt(3))
                .mapToObj(show.seats()::get)
                .toList();
    }

    private Sent send(Shows.Show show, UUID fan, String key, Object body) {
        return new Sent(
                fan,
                key,
                api.send(api.as(fan, "FAN", "/api/v1/events/" + show.id() + "/holds")
                        .header("Idempotency-Key", key)
                        .POST(Api.json(body))));
    }

    @Test
    void whateverComesTogetherEverySeatHasOneHolderAndEveryKeyOneHold() {
        var show = floorAndPit();
        var sent = Rush.of(REQUESTS, n -> {
            var one = any(show, n);
            if (one.answer().status() == 201 && n % 5 == 0) {
                api.release(one.fan(), show.id(), one.answer().id("hold_id"));
            }
            return one;
        });
        assertThat(sent).extracting(one -> one.answer().status()).isSubsetOf(201, 409, 422);
        assertThat(sent)
                .filteredOn(one -> one.answer().status() != 201)
                .extracting(one -> one.answer().code())
                .isSubsetOf("seat-taken", "no-seats", "hold-exists", "ticket-limit");
        var byKey = sent.stream()
                .filter(one -> one.answer().status() == 201)
                .collect(Collectors.groupingBy(
                        one -> one.fan() + one.key(),
                        Collectors.mapping(one -> one.answer().raw().body(), Collectors.toSet())));
        assertThat(byKey.values()).allSatisfy(bodies -> assertThat(bodies).hasSize(1));
        assertThat(metrics.get("boxoffice.hold.group.size").summary().max()).isGreaterThan(1);
        History.check(show);
    }

    @Test
    void oneThatBreaksTheStatementBreaksNobodyElses() {
        var show = shows.onSale(40, 1);
        var poison = UUID.randomUUID();
        show.behind()
                .sql("CREATE FUNCTION poisoned() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.user_id = '"
                        + poison + "' THEN RAISE EXCEPTION 'poisoned'; END IF; RETURN NEW; END $$")
                .update();
        show.behind()
                .sql("CREATE TRIGGER poisoned BEFORE INSERT ON holds FOR EACH ROW EXECUTE FUNCTION poisoned()")
                .update();
        try {
            var answers = Rush.of(
                    40,
                    n -> api.hold(
                            n == 20 ? poison : UUID.randomUUID(),
                            show.id(),
                            List.of(show.seats().get(n))));
            assertThat(answers.get(20).status()).isEqualTo(500);
            assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(39);
            History.check(show);
        } finally {
            show.behind().sql("DROP FUNCTION poisoned CASCADE").update();
        }
    }

    @Test
    void groupsThatAreVictimsOfADeadlockAreTriedAgain() {
        var show = floorAndPit();
        show.behind().sql("CREATE SEQUENCE unlucky").update();
        show.behind()
                .sql(
                        "CREATE FUNCTION unlucky() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF nextval('unlucky') % 4 = 0"
                                + " THEN RAISE EXCEPTION 'victim' USING ERRCODE = '40P01'; END IF; RETURN NEW; END $$")
                .update();
        show.behind()
                .sql("CREATE TRIGGER unlucky BEFORE INSERT ON holds FOR EACH ROW EXECUTE FUNCTION unlucky()")
                .update();
        try {
            var answers = Rush.of(
                    60,
                    n -> n % 2 == 0
                            ? api.hold(
                                    UUID.randomUUID(),
                                    show.id(),
                                    List.of(show.seats().get(n / 2)))
                            : api.holdBest(UUID.randomUUID(), show.id(), Map.of("quantity", 1, "section", "Pit")));
            assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
            History.check(show);
        } finally {
            show.behind().sql("DROP FUNCTION unlucky CASCADE").update();
            show.behind().sql("DROP SEQUENCE unlucky").update();
        }
    }
}

package io.boxoffice.inventory.race;

import io.boxoffice.inventory.fixture.Rush;
import io.boxoffice.inventory.fixture.Shows;
import io.boxoffice.inventory.race.SeatState.End;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** What one fan does in a race, one thing after another; the seed of the race and the number of the fan decide what, not who is first. */
final class FanLife {
    private static final int MOST_ROUNDS = 3;

    private final RacingFan fan;
    private final Shows.Show show;
    private final Terms terms;
    private final Random random;

    /**
     * What may happen.
     *
     * @param section the general admission they come for; empty for seats
     * @param ages whether holds are made older than they are
     */
    record Terms(String section, boolean ages) {
        static final Terms SEATS = new Terms("", true);
        static final Terms PLACES = new Terms("Pit", true);

        Terms withoutAging() {
            return new Terms(section, false);
        }
    }

    FanLife(RacingFan fan, Shows.Show show, Terms terms, long seed) {
        this.fan = fan;
        this.show = show;
        this.terms = terms;
        this.random = new Random(seed);
    }

    void live() {
        for (int rounds = 1 + random.nextInt(MOST_ROUNDS); rounds > 0; rounds--) {
            var key = UUID.randomUUID().toString();
            var wish = wish();
            var hold = switch (random.nextInt(10)) {
                case 0 -> fan.holdAndLeave(wish, key, Duration.ofMillis(1 + random.nextInt(60)));
                case 1 ->
                    Rush.of(2, _ -> fan.hold(wish, null, key)).stream()
                            .flatMap(Optional::stream)
                            .findFirst();
                default -> fan.hold(wish, null, key);
            };
            hold.ifPresent(this::goOn);
        }
    }

    private Map<String, ?> wish() {
        int quantity = 1 + random.nextInt(3);
        if (!terms.section().isEmpty()) {
            return Map.of("best_available", Map.of("quantity", quantity, "section", terms.section()));
        }
        if (random.nextInt(4) == 0) {
            return Map.of("best_available", Map.of("quantity", quantity, "adjacent", false));
        }
        List<UUID> seats = Stream.generate(() -> random.nextInt(show.seats().size()))
                .distinct()
                .limit(quantity)
                .map(show.seats()::get)
                .toList();
        return Map.of("seat_ids", seats);
    }

    private void goOn(UUID hold) {
        switch (random.nextInt(terms.ages() ? 10 : 8)) {
            case 0 -> fan.release(hold);
            case 1 -> {
                fan.release(hold);
                fan.look(hold);
                fan.release(hold);
            }
            case 2 -> fan.hold(wish(), hold, UUID.randomUUID().toString()).ifPresent(this::buy);
            case 3 ->
                Rush.of(2, n -> {
                    if (n == 0) {
                        fan.release(hold);
                    } else {
                        buy(hold);
                    }
                    return n;
                });
            case 4, 5 -> buy(hold);
            case 6 -> twoOrders(hold);
            case 7 -> fan.look(hold);
            case 8 -> {
                fan.ageAlone(hold);
                fan.look(hold);
                buy(hold);
            }
            default ->
                Rush.of(2, n -> {
                    if (n == 0) {
                        fan.age(hold);
                    } else {
                        buy(hold);
                    }
                    return n;
                });
        }
    }

    private void buy(UUID hold) {
        var order = UUID.randomUUID();
        fan.checkout(hold, order).ifPresent(this::finish);
    }

    private void twoOrders(UUID hold) {
        var orders = List.of(UUID.randomUUID(), UUID.randomUUID());
        var entries = Rush.of(2, n -> fan.checkout(hold, orders.get(n)));
        entries.stream().flatMap(Optional::stream).forEach(this::finish);
    }

    private void finish(RacingFan.Entry entry) {
        switch (random.nextInt(7)) {
            case 0 ->
                Rush.of(2, n -> {
                    if (n == 0) {
                        fan.confirm(entry);
                    } else {
                        fan.abandon(entry, End.RELEASED);
                    }
                    return n;
                });
            case 1 ->
                Rush.of(2, n -> {
                    fan.abandon(entry, n == 0 ? End.RETURNED : End.RELEASED);
                    return n;
                });
            case 2 -> {
                fan.abandon(entry, End.RETURNED);
                fan.checkout(entry.hold(), entry.order());
                fan.release(entry.hold());
            }
            case 3 -> fan.abandon(entry, End.RELEASED);
            case 4 -> {
                fan.confirmWithAForeignFence(entry);
                fan.confirm(entry);
                fan.confirm(entry);
            }
            case 5 -> fan.look(entry.hold());
            default -> fan.confirm(entry);
        }
    }
}

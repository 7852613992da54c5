package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.client.model.Availability;
import io.boxoffice.e2e.client.model.SeatMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Chooses seats as people do: side by side in the section they like, else anywhere in it, else elsewhere, else fewer. */
final class SeatChoice {

    private final SeatMap map;
    private final SplittableRandom random;

    SeatChoice(SeatMap map, SplittableRandom random) {
        this.map = map;
        this.random = random;
    }

    /** Up to that many seats that seem free and are not known to be taken; none where everything is gone. */
    List<String> choose(Availability availability, Set<String> knownTaken, int wanted, int taste) {
        for (int quantity = wanted; quantity > 0; quantity--) {
            for (int i = 0; i < map.sections().size(); i++) {
                int index = Math.floorMod(taste + i, map.sections().size());
                List<String> seats = inSection(map.sections().get(index), availability, knownTaken, quantity);
                if (!seats.isEmpty()) {
                    return seats;
                }
            }
        }
        return List.of();
    }

    private List<String> inSection(
            SeatMap.Section section, Availability availability, Set<String> knownTaken, int quantity) {
        String letters = availability.sections().stream()
                .filter(counts -> counts.section().equals(section.section()))
                .map(Availability.Section::seats)
                .findFirst()
                .orElse("");
        List<List<String>> together = new ArrayList<>();
        List<String> free = new ArrayList<>();
        int at = 0;
        for (var row : section.rows()) {
            List<String> run = new ArrayList<>();
            for (var seat : row.seats()) {
                boolean open = at < letters.length() && letters.charAt(at++) == 'A';
                if (!open || knownTaken.contains(seat.seatId())) {
                    run.clear();
                    continue;
                }
                free.add(seat.seatId());
                run.add(seat.seatId());
                if (run.size() >= quantity) {
                    together.add(List.copyOf(run.subList(run.size() - quantity, run.size())));
                }
            }
        }
        if (!together.isEmpty()) {
            return together.get(random.nextInt(together.size()));
        }
        return free.size() < quantity ? List.of() : scattered(free, quantity);
    }

    private List<String> scattered(List<String> free, int quantity) {
        Collections.shuffle(free, random);
        return List.copyOf(free.subList(0, quantity));
    }
}

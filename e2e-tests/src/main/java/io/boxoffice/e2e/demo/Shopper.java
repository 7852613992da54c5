package io.boxoffice.e2e.demo;

import io.boxoffice.e2e.client.AccessPass;
import io.boxoffice.e2e.client.BoxofficeClient;
import io.boxoffice.e2e.client.http.Answer;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.http.Problem;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.Availability;
import io.boxoffice.e2e.client.model.Hold;
import io.boxoffice.e2e.client.model.SeatMap;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks at the picture of free seats and holds some of them. */
final class Shopper {

    private static final int MOST_LOOKS = 4;
    private static final int MOST_TRIES = 12;

    private final Sale sale;
    private final BoxofficeClient client;
    private final AccessPass pass;
    private final FanPlan plan;
    private final Set<String> knownTaken = new HashSet<>();
    private @Nullable SeatMap map;
    private @Nullable String etag;
    private List<String> offered = List.of();
    /** For how many the platform is to choose; 0 while the fan chooses. */
    private int best;

    private boolean finished;

    Shopper(Sale sale, BoxofficeClient client, AccessPass pass, FanPlan plan) {
        this.sale = sale;
        this.client = client;
        this.pass = pass;
        this.plan = plan;
    }

    /** Seats held; empty when there are none left or the platform will not give any to this fan. */
    Optional<Hold> shop() throws IOException, InterruptedException {
        int looks = 0;
        for (int tries = 0; tries < MOST_TRIES && looks < MOST_LOOKS && !finished; tries++) {
            List<String> wish = offered.isEmpty() && best == 0 ? choose() : offered;
            offered = List.of();
            if (wish.isEmpty() && best == 0) {
                looks++;
                knownTaken.clear();
                plan.think(1_500, 3_500);
                continue;
            }
            plan.think(200, 1_200);
            switch (ask(wish)) {
                case Reply.Got<Hold>(var hold, var _) -> {
                    return Optional.of(counted(hold));
                }
                case Reply.Refused<Hold>(var problem, var _) -> {
                    if (problem.code().equals("hold-exists")) {
                        return existing(problem);
                    }
                    learn(problem, wish);
                }
            }
        }
        return Optional.empty();
    }

    private Reply<Hold> ask(List<String> wish) throws IOException, InterruptedException {
        return wish.isEmpty()
                ? client.holdBest(sale.event(), pass, best, plan.key())
                : client.hold(sale.event(), pass, wish, plan.key());
    }

    private List<String> choose() throws IOException, InterruptedException {
        SeatMap layout = layout();
        return switch (client.availability(sale.event())) {
            case Reply.Got<Availability>(var free, var _) -> {
                sale.judge(free);
                yield new SeatChoice(layout, plan.random()).choose(free, knownTaken, plan.seats(), plan.sectionTaste());
            }
            case Reply.Refused<Availability> _ -> List.of();
        };
    }

    private SeatMap layout() throws IOException, InterruptedException {
        Answer answer = client.seatMap(sale.event(), etag);
        if (answer.status() == 304 && map != null) {
            return map;
        }
        if (!answer.ok()) {
            throw new IOException("no seat map: " + answer.status() + " " + answer.body());
        }
        etag = answer.header("ETag").orElse(null);
        map = etag == null
                ? Json.read(answer.body(), SeatMap.class)
                : sale.layouts().computeIfAbsent(etag, unknown -> Json.read(answer.body(), SeatMap.class));
        return map;
    }

    private void learn(Problem problem, List<String> wish) throws InterruptedException {
        switch (problem.code()) {
            case "seat-taken" -> {
                List<String> taken = strings(problem.body().path("taken"));
                knownTaken.addAll(taken.isEmpty() ? wish : taken);
                offered = alternative(problem.body().path("alternatives"));
            }
            // would leave a single seat between two parties: let the platform choose
            case "orphan-seat" -> best = wish.size();
            case "no-seats" -> {
                best = Math.max(0, best - 1);
                knownTaken.addAll(wish);
            }
            case "sale-not-open" -> plan.think(500, 1_500);
            default -> finished = true;
        }
    }

    /** The first alternative that is not known to be gone; seats come as ids or as objects. */
    private List<String> alternative(JsonNode alternatives) {
        return StreamSupport.stream(alternatives.spliterator(), false)
                .map(Shopper::strings)
                .filter(seats -> !seats.isEmpty() && seats.stream().noneMatch(knownTaken::contains))
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> strings(JsonNode seats) {
        return StreamSupport.stream(seats.spliterator(), false)
                .map(seat -> seat.isObject() ? seat.path("seat_id").asString("") : seat.asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private Optional<Hold> existing(Problem problem) throws IOException, InterruptedException {
        UUID hold = UUID.fromString(problem.body().path("hold_id").asString());
        return switch (client.hold(sale.event(), hold)) {
            case Reply.Got<Hold>(var found, var _) when found.status().equals("ACTIVE") -> Optional.of(counted(found));
            case Reply.Got<Hold> _ -> Optional.empty();
            case Reply.Refused<Hold> _ -> Optional.empty();
        };
    }

    private Hold counted(Hold hold) {
        sale.tally().holds.increment();
        return hold;
    }
}

package io.boxoffice.inventory.block;

import io.boxoffice.inventory.fixture.Api;
import io.boxoffice.inventory.fixture.Shows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An organiser at one of their events. */
record Organiser(Api api, UUID sub, Shows.Show show) {

    /** With an event of their own, on sale. */
    static Organiser of(Api api, Shows shows, Map<String, Object> plan) {
        var sub = UUID.randomUUID();
        plan.put("organizer_id", sub);
        return new Organiser(api, sub, shows.onSale(plan));
    }

    String path() {
        return "/api/v1/events/" + show.id() + "/seat-map/blocks";
    }

    Api.Answer block(Map<String, ?> wish) {
        return block(wish, UUID.randomUUID().toString());
    }

    Api.Answer block(Map<String, ?> wish, String key) {
        var body = new HashMap<String, Object>(Map.of("name", "Friends", "kind", "HOUSE"));
        body.putAll(wish);
        return as("ORGANIZER", body, key);
    }

    Api.Answer as(String role, Object body, String key) {
        return api.send(api.as(sub, role, path()).header("Idempotency-Key", key).POST(Api.json(body)));
    }

    Api.Answer block(List<UUID> seats) {
        return block(Map.of("seat_ids", seats));
    }

    Api.Answer release(UUID block, Map<String, ?> which) {
        return api.send(api.as(sub, "ORGANIZER", path() + "/" + block + "/release")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(Api.json(which)));
    }

    Api.Answer releaseAll(UUID block) {
        return api.send(api.as(sub, "ORGANIZER", path() + "/" + block).DELETE());
    }

    Api.Answer list() {
        return api.send(api.as(sub, "ORGANIZER", path()).GET());
    }

    Api.Answer look(UUID block) {
        return api.send(api.as(sub, "ORGANIZER", path() + "/" + block).GET());
    }

    /** The letters of the first section. */
    String letters() {
        return api.availability(show.id()).body().at("/sections/0/seats").asString();
    }

    int count(String figure) {
        return api.availability(show.id()).body().at("/sections/0/" + figure).asInt();
    }
}

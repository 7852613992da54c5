package io.boxoffice.e2e.client;

import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Reply;
import io.boxoffice.e2e.client.model.EventMove;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** An operator of the platform at the gateway: shards and moves. */
public final class OperatorClient {

    private final BoxofficeClient person;

    /** Somebody who may. */
    public OperatorClient(BoxofficeClient person) {
        this.person = person;
    }

    /** Has an event moved to another shard; the answer tells where to look. */
    public Reply<EventMove> move(UUID event, String to) throws IOException, InterruptedException {
        return Reply.of(person.send(Call.post("move", path(event), Map.of("to", to))), EventMove.class);
    }

    /** How far it is. */
    public Reply<EventMove> move(UUID event) throws IOException, InterruptedException {
        return Reply.of(person.send(Call.get("move-look", path(event))), EventMove.class);
    }

    private static String path(UUID event) {
        return "/api/v1/ops/events/" + event + "/move";
    }
}

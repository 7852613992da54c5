package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.bench.load.HttpLane;
import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import io.boxoffice.e2e.client.http.Json;
import io.boxoffice.e2e.client.model.Entry;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * A fan who has joined over HTTP, straight at the service.
 *
 * @param poll the request that asks for the place
 * @param sent when the join left ({@link System#nanoTime()})
 * @param answered when it was answered
 */
record Waiting(byte[] poll, long sent, long answered) {

    static Waiting join(HttpLane lane, UUID event, Person fan) throws IOException {
        var device = Device.random(
                "d-" + fan.username(), new SplittableRandom(fan.username().hashCode()));
        byte[] request = Requests.join(event, fan, device);
        long sent = System.nanoTime();
        var reply = lane.ask(request);
        long answered = System.nanoTime();
        if (reply.status() != 201) {
            throw new IOException("a join was answered " + reply.status() + ": " + reply.body());
        }
        var entry = Json.read(reply.body(), Entry.class);
        return new Waiting(Requests.poll(event, entry.queueToken(), device), sent, answered);
    }

    /** How many stand ahead. */
    long position(HttpLane lane) throws IOException {
        var reply = lane.ask(poll);
        Long position =
                reply.status() == 200 ? Json.read(reply.body(), Entry.class).position() : null;
        if (position == null) {
            throw new IOException("a poll was answered " + reply.status() + ": " + reply.body());
        }
        return position;
    }
}

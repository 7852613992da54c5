package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.client.Person;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** One hold of each fan, made one after another: all at once they would fill the memory. */
final class HoldRequests implements Iterator<byte[]> {

    private final UUID event;
    private final List<Person> people;
    private final List<String> bodies;
    private int next;

    HoldRequests(UUID event, List<Person> people, List<String> bodies) {
        this.event = event;
        this.people = people;
        this.bodies = bodies;
    }

    /** As many as there are fans with something to ask for. */
    int size() {
        return Math.min(people.size(), bodies.size());
    }

    @Override
    public boolean hasNext() {
        return next < size();
    }

    @Override
    public byte[] next() {
        byte[] request = Requests.hold(event, people.get(next), bodies.get(next));
        next++;
        return request;
    }
}

package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.client.Device;
import io.boxoffice.e2e.client.Person;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** The joins of some fans, made one after another: all at once they would fill the memory. */
final class JoinRequests implements Iterator<byte[]> {

    private final UUID event;
    private final List<Person> people;
    private final List<Device> devices;
    private int next;

    JoinRequests(UUID event, List<Person> people, List<Device> devices) {
        this.event = event;
        this.people = people;
        this.devices = devices;
    }

    @Override
    public boolean hasNext() {
        return next < people.size();
    }

    @Override
    public byte[] next() {
        byte[] request = Requests.join(event, people.get(next), devices.get(next));
        next++;
        return request;
    }
}

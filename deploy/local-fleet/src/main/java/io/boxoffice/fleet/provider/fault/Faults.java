package io.boxoffice.fleet.provider.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The faults that wait, oldest first. They are a drill's, not the provider's: a restart forgets them. */
public class Faults {
    private final List<Fault> waiting = new ArrayList<>();

    synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    synchronized List<Fault> all() {
        return List.copyOf(waiting);
    }

    synchronized void clear() {
        waiting.clear();
    }

    synchronized boolean remove(String id) {
        return waiting.removeIf(fault -> fault.id().equals(id));
    }

    /** The fault that strikes this, used up by one; at most one strikes. */
    public synchronized Optional<Fault> strike(Operation operation, Target target) {
        for (int i = 0; i < waiting.size(); i++) {
            var fault = waiting.get(i);
            if (fault.matches(operation, target) && ThreadLocalRandom.current().nextDouble() < fault.probability()) {
                if (fault.times() == 1) {
                    waiting.remove(i);
                } else {
                    waiting.set(i, fault.struckOnce());
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}

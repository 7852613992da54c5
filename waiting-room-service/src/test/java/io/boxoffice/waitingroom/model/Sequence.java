package io.boxoffice.waitingroom.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** One sequence: its setting and what happens, both from a seed. */
record Sequence(long seed, Setting setting, List<Op> ops) {

    static Sequence of(long seed) {
        var random = new Random(seed);
        // the first numbers of neighbouring seeds are alike
        random.nextLong();
        var setting = Setting.of(random);
        return new Sequence(seed, setting, Ops.of(random));
    }

    /** What went wrong, if anything did. */
    Optional<String> failure(ClockedScripts scripts) {
        Op at = null;
        try {
            var world = new World(scripts, setting);
            for (var op : ops) {
                at = op;
                world.apply(op);
            }
            at = null;
            world.end();
            return Optional.empty();
        } catch (Violation | io.lettuce.core.RedisCommandExecutionException violation) {
            return Optional.of((at == null ? "at the end" : "at " + at) + ": " + violation.getMessage());
        }
    }

    /** Leaves out what is not needed for it to fail. */
    Sequence shrunk(ClockedScripts scripts) {
        var shortest = this;
        for (int chunk = ops.size() / 2; chunk > 0; chunk = chunk > 1 ? chunk / 2 : 0) {
            for (int from = 0; from < shortest.ops.size(); ) {
                var shorter = shortest.without(from, chunk);
                if (shorter.failure(scripts).isPresent()) {
                    shortest = shorter;
                } else {
                    from += chunk;
                }
            }
        }
        return shortest;
    }

    private Sequence without(int from, int count) {
        var left = new ArrayList<>(ops.subList(0, from));
        left.addAll(ops.subList(Math.min(from + count, ops.size()), ops.size()));
        return new Sequence(seed, setting, left);
    }

    @Override
    public String toString() {
        return "seed %d, %s%n%s"
                .formatted(seed, setting, ops.stream().map(op -> "  " + op).collect(Collectors.joining("\n")));
    }
}

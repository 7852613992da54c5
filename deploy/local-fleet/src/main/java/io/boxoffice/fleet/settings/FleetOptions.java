package io.boxoffice.fleet.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code up} was asked for.
 *
 * @param settings the {@code --set} pairs, checked
 * @param instances how many of a service, where not one is asked for; with none of some, the rest runs as if these were down
 * @param perf full JIT and larger heaps, for measurements
 */
public record FleetOptions(SortedMap<String, String> settings, SortedMap<String, Integer> instances, boolean perf) {
    static final String REDIS = "redis.server";
    private static final int MOST_INSTANCES = 9;

    public FleetOptions {
        settings.forEach(KnownSettings::check);
    }

    public static FleetOptions usual() {
        return new FleetOptions(new TreeMap<>(), new TreeMap<>(), false);
    }

    /** Reads the words that follow {@code up}; what it does not know is an error. */
    public static FleetOptions parse(List<String> words) {
        var settings = new TreeMap<String, String>();
        var instances = new TreeMap<String, Integer>();
        boolean perf = false;
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            var option = word.startsWith("--") && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            switch (option) {
                case "--perf" -> perf = true;
                case "--set" -> put(settings, pair(word, option, rest));
                case "--instances" -> putInstances(instances, pair(word, option, rest));
                default -> throw new FleetProblem("up: unknown option " + word + " (./boxoffice up --help)");
            }
        }
        return new FleetOptions(settings, instances, perf);
    }

    public Ports ports() {
        return new Ports(settings);
    }

    /** The redis-server to run instead of the bundled one, such as a build with production's memory allocator. */
    public Optional<Path> redisServer() {
        return Optional.ofNullable(settings.get(REDIS)).map(Path::of);
    }

    public int instancesOf(String service) {
        return instances.getOrDefault(service, 1);
    }

    /** The settings that services read: ports and programs are the fleet's own affair. */
    public Map<String, String> forServices() {
        var passed = new LinkedHashMap<>(settings);
        passed.keySet().removeIf(key -> key.startsWith("ports.") || key.equals(REDIS));
        return passed;
    }

    private static String[] pair(String word, String option, java.util.Iterator<String> rest) {
        var text = word.length() > option.length()
                ? word.substring(option.length() + 1)
                : rest.hasNext() ? rest.next() : "";
        int at = text.indexOf('=');
        if (at < 1) {
            throw new FleetProblem("%s needs KEY=VALUE, not \"%s\"".formatted(option, text));
        }
        return new String[] {text.substring(0, at), text.substring(at + 1)};
    }

    private static void put(Map<String, String> settings, String[] pair) {
        settings.put(pair[0], pair[1]);
    }

    private static void putInstances(Map<String, Integer> instances, String[] pair) {
        if (!ServiceNames.ALL.contains(pair[0]) || pair[0].equals("gateway")) {
            throw new FleetProblem("--instances %s: several can run of %s"
                    .formatted(pair[0], String.join(", ", ServiceNames.ALL.subList(1, ServiceNames.ALL.size()))));
        }
        if (!pair[1].matches("[0-" + MOST_INSTANCES + "]")) {
            throw new FleetProblem(
                    "--instances %s=%s: a number from 0 to %d".formatted(pair[0], pair[1], MOST_INSTANCES));
        }
        instances.put(pair[0], Integer.parseInt(pair[1]));
    }
}

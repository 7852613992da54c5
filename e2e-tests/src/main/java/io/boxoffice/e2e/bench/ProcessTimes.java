package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.fleet.FleetStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The CPU time some processes, with those below them, had used at one moment, and the tools that drive the load: what a request costs
 * each is the cheapest profile there is.
 */
final class ProcessTimes {

    private static final String DRIVER = "driver";

    private final Map<String, Long> pids = new LinkedHashMap<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private double drivers;

    static ProcessTimes of(FleetStatus status, List<String> names) {
        var times = new ProcessTimes();
        for (String name : names) {
            status.process(name).map(process -> process.pid()).ifPresent(pid -> {
                times.pids.put(name, pid);
                times.seconds.put(name, family(pid));
            });
        }
        times.drivers = Machine.cpuSecondsOfTools();
        return times;
    }

    /** What was used since, divided by so many requests. */
    String microsecondsEach(long requests) {
        return pids.keySet().stream()
                .map(name -> "%s %.0f".formatted(name, used(name) * 1e6 / Math.max(1, requests)))
                .collect(Collectors.joining(", "));
    }

    /** The same, and what the driver used, as shares of all of it. */
    String shares() {
        double driver = Machine.cpuSecondsOfTools() - drivers;
        double all = driver + pids.keySet().stream().mapToDouble(this::used).sum();
        return Stream.concat(
                        Stream.of(Map.entry(DRIVER, driver)),
                        pids.keySet().stream().map(name -> Map.entry(name, used(name))))
                .map(part -> "%s %.0f %%".formatted(part.getKey(), 100 * part.getValue() / Math.max(0.01, all)))
                .collect(Collectors.joining(", "));
    }

    private double used(String name) {
        return family(pids.getOrDefault(name, 0L)) - seconds.getOrDefault(name, 0.0);
    }

    private static double family(long pid) {
        return Machine.cpuSeconds(Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList());
    }
}

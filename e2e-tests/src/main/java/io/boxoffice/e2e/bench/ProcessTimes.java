package io.boxoffice.e2e.bench;

import io.boxoffice.e2e.fleet.FleetStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The CPU time some processes had used at one moment: what a request costs each is the cheapest profile there is. */
final class ProcessTimes {

    private final Map<String, Long> pids = new LinkedHashMap<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    static ProcessTimes of(FleetStatus status, List<String> names) {
        var times = new ProcessTimes();
        for (String name : names) {
            status.process(name).map(process -> process.pid()).ifPresent(pid -> {
                times.pids.put(name, pid);
                times.seconds.put(name, Machine.cpuSeconds(List.of(pid)));
            });
        }
        return times;
    }

    /** What was used since, divided by so many requests. */
    String microsecondsEach(long requests) {
        return pids.keySet().stream()
                .map(name -> "%s %.0f".formatted(name, used(name) * 1e6 / Math.max(1, requests)))
                .collect(Collectors.joining(", "));
    }

    private double used(String name) {
        return Machine.cpuSeconds(List.of(pids.getOrDefault(name, 0L))) - seconds.getOrDefault(name, 0.0);
    }
}

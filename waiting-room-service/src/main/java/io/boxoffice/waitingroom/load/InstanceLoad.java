package io.boxoffice.waitingroom.load;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One instance over the last seconds: what a single second of few requests says is chance.
 *
 * @param p95Ms averaged by requests; 0 where there were too few to say
 * @param errorRatio likewise
 */
record InstanceLoad(String service, double p95Ms, double errorRatio, double poolSaturation, double cpu) {
    private static final int FEWEST_REQUESTS = 10;

    /** Of the reports of one instance; at least one. */
    static InstanceLoad of(List<LoadReported> reports) {
        return new InstanceLoad(
                reports.getLast().service(),
                byRequests(reports, LoadReported::p95Ms),
                byRequests(reports, LoadReported::errorRatio),
                bySeconds(reports, LoadReported::poolSaturation),
                bySeconds(reports, LoadReported::cpu));
    }

    private static double byRequests(List<LoadReported> reports, ToDoubleFunction<LoadReported> figure) {
        var requests = reports.stream().mapToLong(LoadReported::requests).sum();
        return requests < FEWEST_REQUESTS
                ? 0
                : reports.stream()
                                .mapToDouble(report -> figure.applyAsDouble(report) * report.requests())
                                .sum()
                        / requests;
    }

    private static double bySeconds(List<LoadReported> reports, ToDoubleFunction<LoadReported> figure) {
        return reports.stream().mapToDouble(figure).average().orElse(0);
    }
}

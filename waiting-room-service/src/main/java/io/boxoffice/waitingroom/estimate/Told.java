package io.boxoffice.waitingroom.estimate;

/**
 * What one fan was told, and how the line stood then: enough to learn from the fan's turn.
 *
 * @param atMillis when
 * @param ahead people ahead
 * @param admitted let in until then
 * @param left how much of a line had left until then, summed up: {@link Leaving}
 */
public record Told(long atMillis, long ahead, long admitted, double left, WaitEstimate estimate) {
    private static final int FIELDS = 9;

    /** One line without the moment, which the queue's clock puts before it: then {@link #read} understands it. */
    String written() {
        return "%d %d %s %s %s %s %s %s"
                .formatted(
                        ahead,
                        admitted,
                        left,
                        estimate.seconds(),
                        estimate.low(),
                        estimate.high(),
                        estimate.computed(),
                        estimate.doubt());
    }

    static Told read(String written) {
        var fields = written.split(" ", FIELDS);
        return new Told(
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Double.parseDouble(fields[3]),
                new WaitEstimate(
                        Double.parseDouble(fields[4]),
                        Double.parseDouble(fields[5]),
                        Double.parseDouble(fields[6]),
                        Double.parseDouble(fields[7]),
                        Double.parseDouble(fields[8])));
    }
}

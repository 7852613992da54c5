package io.boxoffice.waitingroom.estimate;

/**
 * What one fan was told, and how the line stood then: enough to learn from the fan's turn.
 *
 * @param atMillis when
 * @param ahead people ahead
 * @param admitted let in until then
 * @param left how much of a line had left until then, summed up: {@link Leaving}
 */
public record Told(long atMillis, long ahead, long admitted, double left, WaitEstimate estimate) {}

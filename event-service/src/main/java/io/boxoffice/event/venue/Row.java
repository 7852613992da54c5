package io.boxoffice.event.venue;

import java.util.List;

/** Seats {@code from … to}, the first at {@code origin}, each further one by {@code step}, some of them with flags. */
public record Row(
        String row,
        int from,
        int to,
        Point origin,
        Point step,
        List<Integer> accessible,
        List<Integer> companion,
        List<Integer> restrictedView) {

    public Row {
        accessible = List.copyOf(accessible);
        companion = List.copyOf(companion);
        restrictedView = List.copyOf(restrictedView);
    }

    long seats() {
        return (long) to - from + 1;
    }
}

package io.boxoffice.inventory.best;

import io.boxoffice.inventory.availability.Availability;
import io.boxoffice.inventory.seatmap.Layout;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** A hall like no other, half full or so; the same for the same seed. */
record RandomHall(Layout layout, Availability picture) {
    private static final int[] FLAGS = {0, 0, 0, 0, 0, 0, 1, 2, 2, 4};

    static RandomHall of(Random random) {
        var sections = new ArrayList<Layout.Section>();
        var figures = new ArrayList<Availability.Section>();
        int free = 1 + random.nextInt(10);
        for (int i = 0; i <= random.nextInt(3); i++) {
            var section = section("S" + i, random);
            sections.add(section);
            figures.add(figures(section, letters(section.seats().size(), free, random)));
        }
        var event = new UUID(random.nextLong(), random.nextLong());
        return new RandomHall(new Layout(event, 1, sections), new Availability(event, 1, Instant.EPOCH, figures));
    }

    private static Layout.Section section(String name, Random random) {
        var seats = new ArrayList<Layout.Place>();
        for (int row = 0; row <= random.nextInt(6); row++) {
            int length = 1 + random.nextInt(14);
            for (int seat = 0; seat < length; seat++) {
                seats.add(new Layout.Place(
                        new UUID(random.nextLong(), random.nextLong()),
                        "R" + row,
                        String.valueOf(seat + 1),
                        seat - length / 2.0 + random.nextDouble() / 10,
                        row + 1,
                        FLAGS[random.nextInt(FLAGS.length)],
                        seat > 0 && random.nextInt(8) > 0));
            }
        }
        var price = new BigDecimal(20 + 10 * random.nextInt(3));
        return new Layout.Section(name, "SEATED", price, null, null, random.nextInt(5), -random.nextInt(5), seats);
    }

    /** So many of ten are free, about. */
    private static String letters(int seats, int free, Random random) {
        var letters = new StringBuilder();
        for (int i = 0; i < seats; i++) {
            letters.append(random.nextInt(10) < free ? 'A' : "RPX".charAt(random.nextInt(3)));
        }
        return letters.toString();
    }

    private static Availability.Section figures(Layout.Section section, String letters) {
        return new Availability.Section(
                section.section(),
                section.kind(),
                count(letters, 'A'),
                count(letters, 'R'),
                count(letters, 'P'),
                count(letters, 'X'),
                letters);
    }

    private static int count(String letters, char letter) {
        return (int) letters.chars().filter(other -> other == letter).count();
    }

    Wish wish(Random random) {
        int quantity = 1 + random.nextInt(6);
        var section = layout.sections().get(random.nextInt(layout.sections().size()));
        return new Wish(
                quantity,
                random.nextInt(3) == 0 ? section.section() : null,
                random.nextInt(3) == 0 ? new BigDecimal(20 + 10 * random.nextInt(3)) : null,
                random.nextBoolean(),
                random.nextInt(3) == 0 ? 1 + random.nextInt(Math.min(2, quantity)) : 0);
    }

    boolean isFree(Layout.Section section, int seat) {
        var letters = picture.sections().get(layout.sections().indexOf(section)).seats();
        return seat >= 0 && seat < letters.length() && letters.charAt(seat) == 'A';
    }

    /** The first seats of all groups of free neighbours of this size. */
    List<Integer> windows(Layout.Section section, int size) {
        return IntStream.rangeClosed(0, section.seats().size() - size)
                .filter(from -> isWindow(section, from, size))
                .boxed()
                .toList();
    }

    private boolean isWindow(Layout.Section section, int from, int size) {
        return IntStream.range(from, from + size)
                .allMatch(seat -> isFree(section, seat)
                        && (seat == from || section.seats().get(seat).besideTheOneBefore()));
    }

    /** Whether a seat that had a free neighbour has none once these are taken. */
    boolean leavesASingle(Layout.Section section, int from, int size) {
        return isSingle(section, from - 1, from, size) || isSingle(section, from + size, from, size);
    }

    private boolean isSingle(Layout.Section section, int seat, int from, int size) {
        return isFree(section, seat)
                && (beside(section, seat, from) || beside(section, seat, from + size - 1))
                && !leftFree(section, seat, seat - 1, from, size)
                && !leftFree(section, seat, seat + 1, from, size);
    }

    private boolean leftFree(Layout.Section section, int seat, int other, int from, int size) {
        return beside(section, seat, other) && isFree(section, other) && (other < from || other >= from + size);
    }

    private static boolean beside(Layout.Section section, int one, int other) {
        int later = Math.max(one, other);
        return Math.abs(one - other) == 1
                && later > 0
                && later < section.seats().size()
                && section.seats().get(later).besideTheOneBefore();
    }
}

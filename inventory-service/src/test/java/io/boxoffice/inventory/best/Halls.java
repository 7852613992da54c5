package io.boxoffice.inventory.best;

import io.boxoffice.inventory.seatmap.Layout;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Small halls, drawn: a letter a seat ({@code A} free, {@code R} taken, {@code w} free for wheelchairs, {@code c} for companions). */
final class Halls {
    private Halls() {}

    /** The first row is nearest to the stage, which is at the middle of its front; a blank is an aisle. */
    static FreeSeats hall(String... rows) {
        return hall("Floor", 50, rows);
    }

    static FreeSeats hall(String name, int price, String... rows) {
        var seats = new ArrayList<Layout.Place>();
        var letters = new StringBuilder();
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length(); x++) {
                char letter = rows[y].charAt(x);
                if (letter == ' ') {
                    continue;
                }
                seats.add(new Layout.Place(
                        UUID.nameUUIDFromBytes((name + x + "/" + y).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        String.valueOf((char) ('A' + y)),
                        String.valueOf(x + 1),
                        x - (rows[y].length() - 1) / 2.0,
                        y + 1.0,
                        letter == 'w' ? 1 : letter == 'c' ? 2 : 0,
                        x > 0 && rows[y].charAt(x - 1) != ' '));
                letters.append(letter == 'R' ? 'R' : 'A');
            }
        }
        var section = new Layout.Section(name, "SEATED", new BigDecimal(price), null, null, 0, 0, seats);
        return new FreeSeats(new SectionIndex(section), HallIndexes.bits(letters.toString()), FreeSeats.AMONG_RIVALS);
    }

    static Wish wish(int quantity) {
        return new Wish(quantity, null, null, true, 0);
    }

    /** The seats that were picked, as {@code A3}. */
    static List<String> labels(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.seats().stream())
                .map(seat -> seat.row() + seat.seatNumber())
                .toList();
    }
}

package io.boxoffice.draw.verify;

import io.boxoffice.draw.Draw;
import io.boxoffice.draw.Permutation;
import io.boxoffice.draw.PublishedDraw;
import java.util.Collections;
import java.util.UUID;
import java.util.function.Consumer;

/** What a cheat might do to a draw of at least ten. */
enum Tampering {
    ANOTHER_SEED(draw -> draw.seed[5]++),
    ANOTHER_COMMITMENT(draw -> draw.commitment[0]++),
    ANOTHER_ROOT(draw -> draw.root[31]++),
    ANOTHER_KEY(draw -> draw.key[0]++),
    ANOTHER_BEACON(draw -> draw.beacon = "tails"),
    OPENED_TOO_EARLY(draw -> draw.openedAt = "2027-06-01T09:59:59.999999Z"),
    ONE_MORE_PARTICIPANT(draw -> draw.participants++),
    ONE_LESS_PARTICIPANT(draw -> draw.participants--),
    NO_PARTICIPANTS(draw -> draw.participants = 0),
    LINE_REMOVED(draw -> draw.lines.remove(3)),
    FIRST_LINE_REMOVED(draw -> draw.lines.removeFirst()),
    LAST_LINE_REMOVED(draw -> draw.lines.removeLast()),
    LINE_DUPLICATED(draw -> draw.lines.add(4, draw.lines.get(4))),
    LAST_LINE_DUPLICATED(draw -> draw.lines.addLast(draw.lines.getLast())),
    LINES_REORDERED(draw -> Collections.swap(draw.lines, 2, 5)),
    POSITIONS_SWAPPED(draw -> {
        long second = draw.order().position(2);
        long fifth = draw.order().position(5);
        draw.lines.set(2, draw.lines.get(2).replace("\"p\":" + second, "\"p\":" + fifth));
        draw.lines.set(5, draw.lines.get(5).replace("\"p\":" + fifth, "\"p\":" + second));
    }),
    LEAF_REPLACED(draw -> {
        var leaves = new PublishedDraw(1);
        leaves.leaves.set(0, Draw.leaf(PublishedDraw.EVENT, 6, new UUID(6, 6)));
        var other = leaves.draw().lines.getFirst().substring(15, 79);
        draw.lines.set(
                6,
                draw.lines.get(6).substring(0, 15) + other + draw.lines.get(6).substring(79));
    }),
    KEY_CHOSEN_AND_POSITIONS_TO_MATCH(draw -> {
        draw.key = Draw.commitment(draw.seed);
        for (int i = 0; i < draw.lines.size(); i++) {
            long position = new Permutation(draw.key, draw.lines.size()).position(i);
            draw.lines.set(i, draw.lines.get(i).replaceFirst("\"p\":\\d+", "\"p\":" + position));
        }
    }),
    SEED_CHOSEN_AND_ALL_TO_MATCH(draw -> {
        draw.seed[0]++;
        draw.draw();
    }),
    PARTICIPANT_ADDED_AND_ALL_TO_MATCH_BUT_THE_KEY(draw -> {
        var key = draw.key;
        draw.leaves.add(Draw.leaf(PublishedDraw.EVENT, draw.leaves.size(), new UUID(1, 1)));
        draw.participants++;
        draw.draw();
        draw.key = key;
    });

    private final Consumer<PublishedDraw> change;

    Tampering(Consumer<PublishedDraw> change) {
        this.change = change;
    }

    byte[] apply(PublishedDraw draw) {
        change.accept(draw);
        return draw.file();
    }
}

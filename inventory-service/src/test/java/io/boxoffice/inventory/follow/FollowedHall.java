package io.boxoffice.inventory.follow;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** A followed event of one section, without a shard behind it. */
public final class FollowedHall {
    private static final Mark MARK = new Mark("shard-1", 1, "100");

    private final int[] versions;
    private final Followed followed;

    public FollowedHall(int seats) {
        this.versions = new int[seats];
        this.followed = new Followed(
                UUID.randomUUID(),
                new Whole(
                        MARK,
                        Instant.EPOCH,
                        List.of(new Whole.Section(
                                "Floor", "SEATED", "A".repeat(seats), Collections.nCopies(seats, 0)))));
    }

    public Followed now() {
        return followed;
    }

    public Change changes(int seat, char letter) {
        var changed = new Changes.Seat("Floor", seat, ++versions[seat], letter);
        return followed.take(new Changes(MARK, Instant.EPOCH, List.of(changed))).orElseThrow();
    }
}

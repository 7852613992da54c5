package io.boxoffice.inventory.follow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** An event as it was at the last look; of its follower's thread alone. */
public final class Followed {
    private final UUID event;
    private final List<FollowedSection> sections = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();
    private Mark mark;
    private Instant asOf;
    private long version;

    Followed(UUID event, Whole whole) {
        this.event = event;
        this.mark = whole.mark();
        this.asOf = whole.asOf();
        for (var section : whole.sections()) {
            indexes.put(section.section(), sections.size());
            sections.add(new FollowedSection(section));
        }
        this.version = sections.stream().mapToLong(FollowedSection::version).sum();
    }

    /** Takes what is newer than what is known; nothing when nothing is. */
    Optional<Change> take(Changes changes) {
        long before = version;
        var seats = new ArrayList<SeatAt>();
        for (var seat : changes.seats()) {
            int index = Objects.requireNonNull(indexes.get(seat.section()));
            int rise = sections.get(index).take(seat.position(), seat.version(), seat.letter());
            if (rise > 0) {
                version += rise;
                seats.add(new SeatAt(index, seat.position()));
            }
        }
        mark = changes.mark();
        asOf = changes.asOf();
        return seats.isEmpty() ? Optional.empty() : Optional.of(new Change(before, version, List.copyOf(seats)));
    }

    /** In how many seats the other is not the same. */
    int differences(Followed other) {
        int differences = 0;
        for (int i = 0; i < sections.size(); i++) {
            differences += sections.get(i).differences(other.sections.get(i));
        }
        return differences;
    }

    Mark mark() {
        return mark;
    }

    /** Whose seats. */
    public UUID event() {
        return event;
    }

    /** The sum of the seats' versions. */
    public long version() {
        return version;
    }

    /** The shard's clock at the last look. */
    public Instant asOf() {
        return asOf;
    }

    /** All sections in their order, not to change any more. */
    public List<SectionNow> sections() {
        return sections.stream().map(FollowedSection::shown).toList();
    }

    /** The name of a section. */
    public String name(int section) {
        return sections.get(section).name();
    }

    /** How many of its seats are what. */
    public Figures figures(int section) {
        return sections.get(section).figures();
    }

    /** Whether its seats have letters; places of general admission have none. */
    public boolean hasLetters(int section) {
        return sections.get(section).hasLetters();
    }

    /** A seat's letter. */
    public char letter(SeatAt seat) {
        return sections.get(seat.section()).letter(seat.position());
    }
}

package io.boxoffice.inventory.event;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every seat of an event, made from its sections; the same plan always makes the same seats with the same ids. */
record SeatPlan(List<Section> sections, List<Seat> seats) {
    private static final String GENERAL_ADMISSION = "GA";
    private static final EventPublished.Point STANDING = new EventPublished.Point(0, 0);
    private static final int MOST_SEATS = 250_000;
    private static final int LONGEST_SECTION = 50;
    private static final int LONGEST_ROW = 10;
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("99999999.99");

    record Section(
            String section,
            int number,
            String kind,
            @Nullable String gate,
            BigDecimal price,
            @Nullable Integer capacity,
            EventPublished.Point focalPoint) {}

    record Seat(
            UUID seatId,
            String section,
            String row,
            int number,
            BigDecimal price,
            int position,
            double x,
            double y,
            int flags) {}

    /** A plan no hall can have; the reason is told to the organiser. */
    static final class Impossible extends Exception {
        Impossible(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    static SeatPlan of(EventPublished event) throws Impossible {
        var prices = prices(event);
        var ids = Generators.nameBasedGenerator(event.eventId());
        var sections = new ArrayList<Section>();
        var seats = new ArrayList<Seat>();
        Set<String> names = new HashSet<>();
        for (var section : event.sections()) {
            require(names.add(section.section()), "section %s appears twice", section.section());
            require(fits(section.section(), LONGEST_SECTION), "the name of section %s is too long", section.section());
            require(
                    GENERAL_ADMISSION.equals(section.kind()) || "SEATED".equals(section.kind()),
                    "section %s: there is no kind %s",
                    section.section(),
                    section.kind());
            var price = prices.get(section.section());
            if (price == null) {
                throw new Impossible("section " + section.section() + " has no price");
            }
            boolean places = GENERAL_ADMISSION.equals(section.kind());
            sections.add(new Section(
                    section.section(),
                    sections.size(),
                    section.kind(),
                    section.gate(),
                    price,
                    places ? section.capacity() : null,
                    Objects.requireNonNullElse(section.focalPoint(), new EventPublished.Point(0, 0))));
            if (places) {
                addPlaces(section, price, ids, seats);
            } else {
                addSeats(section, price, ids, seats);
            }
        }
        require(!seats.isEmpty(), "the plan has no seats");
        return new SeatPlan(List.copyOf(sections), List.copyOf(seats));
    }

    private static Map<String, BigDecimal> prices(EventPublished event) throws Impossible {
        Map<String, BigDecimal> prices = new HashMap<>();
        for (var tier : event.pricingTiers()) {
            require(
                    tier.price().signum() >= 0
                            && tier.price().stripTrailingZeros().scale() <= 2
                            && tier.price().compareTo(HIGHEST_PRICE) <= 0,
                    "the price of section %s is out of range",
                    tier.section());
            prices.put(tier.section(), tier.price().setScale(2));
        }
        return prices;
    }

    /** Places of a general admission are seats of one row, so that they are held, sold and let in like any other. */
    private static void addPlaces(
            EventPublished.Section section, BigDecimal price, NameBasedGenerator ids, List<Seat> seats)
            throws Impossible {
        int capacity = section.capacity() == null ? 0 : section.capacity();
        require(capacity > 0, "section %s has no capacity", section.section());
        require(seats.size() + (long) capacity <= MOST_SEATS, "more than %s seats", MOST_SEATS);
        var row = new EventPublished.Row(GENERAL_ADMISSION, 1, capacity, null, STANDING, null, null, null);
        for (int number = 1; number <= capacity; number++) {
            seats.add(seat(section.section(), row, number, price, number - 1, ids));
        }
    }

    private static void addSeats(
            EventPublished.Section section, BigDecimal price, NameBasedGenerator ids, List<Seat> seats)
            throws Impossible {
        var rows = section.rows() == null ? List.<EventPublished.Row>of() : section.rows();
        require(!rows.isEmpty(), "section %s has no rows", section.section());
        Set<String> labels = new HashSet<>();
        int position = 0;
        for (var row : rows) {
            require(fits(row.row(), LONGEST_ROW), "the name of a row in section %s is too long", section.section());
            require(row.from() >= 0 && row.from() <= row.to(), "row %s ends before it starts", row.row());
            require(seats.size() + (long) row.to() - row.from() < MOST_SEATS, "more than %s seats", MOST_SEATS);
            for (int number = row.from(); number <= row.to(); number++) {
                require(labels.add(row.row() + '\0' + number), "a seat of row %s appears twice", row.row());
                seats.add(seat(section.section(), row, number, price, position++, ids));
            }
        }
    }

    private static Seat seat(
            String section,
            EventPublished.Row row,
            int number,
            BigDecimal price,
            int position,
            NameBasedGenerator ids) {
        var origin = row.origin() == null ? new EventPublished.Point(0, 0) : row.origin();
        var step = row.step() == null ? new EventPublished.Point(1, 0) : row.step();
        int place = number - row.from();
        return new Seat(
                ids.generate(section + '\0' + row.row() + '\0' + number),
                section,
                row.row(),
                number,
                price,
                position,
                origin.x() + place * step.x(),
                origin.y() + place * step.y(),
                flag(row.accessible(), number, 1)
                        | flag(row.companion(), number, 2)
                        | flag(row.restrictedView(), number, 4));
    }

    private static int flag(@Nullable List<Integer> numbers, int number, int bit) {
        return numbers != null && numbers.contains(number) ? bit : 0;
    }

    private static boolean fits(String name, int longest) {
        return !name.isBlank() && name.length() <= longest;
    }

    private static void require(boolean rule, String reason, Object... facts) throws Impossible {
        if (!rule) {
            throw new Impossible(reason.formatted(facts));
        }
    }
}

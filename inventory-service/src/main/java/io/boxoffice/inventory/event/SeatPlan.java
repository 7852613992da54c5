package io.boxoffice.inventory.event;

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
    static final String GENERAL_ADMISSION = "GA";
    private static final int LONGEST_SECTION = 50;
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
        var rows = new SeatRows(event.eventId());
        var sections = new ArrayList<Section>();
        Set<String> names = new HashSet<>();
        for (var section : event.sections()) {
            require(names.add(section.section()), "section %s appears twice", section.section());
            require(
                    fits(section.section(), LONGEST_SECTION),
                    "the name of section %s is empty, too long or unreadable",
                    section.section());
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
                rows.addPlaces(section, price);
            } else {
                rows.addSeats(section, price);
            }
        }
        require(!rows.seats().isEmpty(), "the plan has no seats");
        return new SeatPlan(List.copyOf(sections), rows.seats());
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

    /** PostgreSQL knows no NUL, and ids are made of names with NULs between them. */
    static boolean fits(String name, int longest) {
        return !name.isBlank() && name.length() <= longest && name.indexOf('\0') < 0;
    }

    static void require(boolean rule, String reason, Object... facts) throws Impossible {
        if (!rule) {
            throw new Impossible(reason.formatted(facts));
        }
    }
}

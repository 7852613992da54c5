package io.boxoffice.inventory.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.boxoffice.inventory.follow.Following;
import io.boxoffice.inventory.follow.SectionNow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is free, held and sold of an event, in one snapshot. */
public record Availability(UUID eventId, long version, Instant asOf, List<Section> sections) {

    /**
     * @param seats one letter a seat in seat-map order: A available, R reserved, P purchased, X not for sale; none for general
     *     admission
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AvailabilitySection") // the layout has a section, too
    public record Section(
            String section,
            String kind,
            int available,
            int reserved,
            int purchased,
            int notForSale,
            @Nullable String seats) {

        private static Section of(SectionNow now) {
            var figures = now.figures();
            return new Section(
                    now.section(),
                    now.kind(),
                    figures.available(),
                    figures.reserved(),
                    figures.purchased(),
                    figures.notForSale(),
                    now.letters());
        }
    }

    /** What the follower of an event saw last. */
    public static Availability of(UUID event, Following.Shown shown) {
        return new Availability(
                event,
                shown.version(),
                shown.asOf(),
                shown.sections().stream().map(Section::of).toList());
    }
}

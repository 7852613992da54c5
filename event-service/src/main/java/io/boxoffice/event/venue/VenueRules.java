package io.boxoffice.event.venue;

import io.boxoffice.event.form.Faults;
import io.boxoffice.event.venue.VenueForm.SectionForm;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What makes a venue: reads the form, or refuses it with everything that is wrong. */
final class VenueRules {
    private static final int MOST_SEATS = 100_000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_SECTION = 50;
    private static final int LONGEST_GATE = 50;
    private static final Point MIDDLE = new Point(0, 0);

    private final Faults faults = new Faults();

    private VenueRules() {}

    static Venue read(UUID id, VenueForm form) {
        return new VenueRules().venue(id, form);
    }

    private Venue venue(UUID id, VenueForm form) {
        var name = faults.text("/name", form.name(), LONGEST_NAME);
        var address = form.address() == null ? null : address(form.address());
        var timeZone = timeZone(form.timeZone());
        var sections = sections(form.sections());
        long capacity = sections.stream().mapToLong(Section::seats).sum();
        faults.addIf(capacity > MOST_SEATS, "/sections", "At most " + MOST_SEATS + " seats a venue.");
        faults.raise();
        return new Venue(id, name, address, timeZone, Math.toIntExact(capacity), sections);
    }

    private Address address(Address given) {
        return new Address(
                faults.optionalText("/address/street", given.street(), 255),
                faults.optionalText("/address/city", given.city(), 100),
                faults.optionalText("/address/postal_code", given.postalCode(), 20),
                faults.optionalText("/address/country", given.country(), 100));
    }

    private String timeZone(@Nullable String given) {
        var zone = faults.text("/time_zone", given, 50);
        faults.addIf(
                !zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone),
                "/time_zone",
                "Unknown time zone; use a name like Europe/Berlin.");
        return zone;
    }

    private List<Section> sections(@Nullable List<@Nullable SectionForm> given) {
        var sections = new ArrayList<Section>();
        if (given == null || given.isEmpty()) {
            faults.add("/sections", "At least one section.");
            return sections;
        }
        var names = new HashSet<String>();
        for (int i = 0; i < given.size(); i++) {
            var pointer = "/sections/" + i;
            var form = given.get(i);
            if (form == null) {
                faults.add(pointer, "Required.");
                continue;
            }
            var section = section(pointer, form);
            faults.addIf(!names.add(section.section()), pointer + "/section", "Another section has this name.");
            sections.add(section);
        }
        return sections;
    }

    private Section section(String pointer, SectionForm form) {
        var name = faults.text(pointer + "/section", form.section(), LONGEST_SECTION);
        var kind = faults.required(pointer + "/kind", form.kind(), Section.Kind.SEATED);
        var gate = faults.optionalText(pointer + "/gate", form.gate(), LONGEST_GATE);
        var focalPoint = form.focalPoint() == null ? MIDDLE : form.focalPoint();
        return switch (kind) {
            case SEATED -> new Section(name, kind, focalPoint, gate, null, seated(pointer, form));
            case GA -> new Section(name, kind, focalPoint, gate, generalAdmission(pointer, form), List.of());
        };
    }

    private List<Row> seated(String pointer, SectionForm form) {
        faults.addIf(form.capacity() != null, pointer + "/capacity", "A seated section has the seats of its rows.");
        return new RowRules(faults).read(pointer + "/rows", form.rows());
    }

    private int generalAdmission(String pointer, SectionForm form) {
        faults.addIf(form.rows() != null, pointer + "/rows", "General admission has no rows.");
        return faults.number(
                pointer + "/capacity", faults.required(pointer + "/capacity", form.capacity(), 1), 1, MOST_SEATS, 1);
    }
}

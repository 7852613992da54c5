package io.boxoffice.event.show;

import io.boxoffice.event.form.Faults;
import io.boxoffice.event.image.Images;
import io.boxoffice.event.pricing.PriceRules;
import io.boxoffice.event.show.EventForm.ResalePolicyForm;
import io.boxoffice.event.show.EventForm.SaleDatesForm;
import io.boxoffice.event.show.EventForm.WaitingRoomForm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes an event: reads the form, or refuses it with everything that is wrong. */
final class EventRules {
    private static final UUID NOWHERE = new UUID(0, 0);
    static final int MOST_IMAGES = 20;
    private static final int LONGEST_ADDRESS = 500;
    private static final Pattern IMAGE =
            Pattern.compile(Pattern.quote(Images.PATH) + "[0-9a-f]{64}|https://[-A-Za-z0-9._~:/?#@!$&()*+,;=%\\[\\]]+");
    static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Faults faults = new Faults();
    private final PriceRules prices = new PriceRules(faults);

    private EventRules() {}

    static EventTerms read(EventForm form) {
        return new EventRules().terms(form);
    }

    private EventTerms terms(EventForm form) {
        var date = requiredTime("/date", form.date());
        var waitingRoom = waitingRoom(form.waitingRoom());
        var saleDates = saleDates(form.saleDates(), date, waitingRoom);
        var terms = new EventTerms(
                faults.text("/name", form.name(), 255),
                faults.required("/venue_id", form.venueId(), NOWHERE),
                date,
                doorsOpen(form.doorsOpen(), date),
                faults.optionalText("/category", form.category(), 50),
                faults.optionalText("/artist", form.artist(), 255),
                faults.optionalLines("/description", form.description(), 10_000),
                images(form.images()),
                faults.text("/currency", form.currency(), 3),
                prices.tiers(form.pricingTiers()),
                saleDates,
                faults.number("/ticket_limit", form.ticketLimit(), 1, 100, 4),
                prices.fees(form.fees()),
                waitingRoom,
                form.hot() != null && form.hot(),
                resalePolicy(form.resalePolicy()),
                form.transfers() == null || form.transfers(),
                form.paperTickets() == null || form.paperTickets());
        faults.raise();
        PriceRules.requireSupported(terms.currency());
        return terms;
    }

    private SaleDates saleDates(@Nullable SaleDatesForm given, Instant date, WaitingRoom room) {
        var form = given == null ? new SaleDatesForm(null, null) : given;
        var general = requiredTime("/sale_dates/general", form.general());
        var presale = time("/sale_dates/presale", form.presale());
        faults.addIf(general.isAfter(date), "/sale_dates/general", "Not after the event.");
        faults.addIf(presale != null && !presale.isBefore(general), "/sale_dates/presale", "Before the general sale.");
        faults.addIf(
                presale != null && room.mode() == WaitingRoom.Mode.OFF,
                "/sale_dates/presale",
                "A presale needs a waiting room, which asks for its codes.");
        return new SaleDates(presale, general);
    }

    private @Nullable Instant doorsOpen(@Nullable Instant given, Instant date) {
        var doors = time("/doors_open", given);
        faults.addIf(doors != null && doors.isAfter(date), "/doors_open", "Not after the event.");
        return doors;
    }

    private List<String> images(@Nullable List<@Nullable String> given) {
        var images = new ArrayList<String>();
        if (given == null) {
            return images;
        }
        faults.addIf(given.size() > MOST_IMAGES, "/images", "At most " + MOST_IMAGES + ".");
        for (int i = 0; i < given.size(); i++) {
            var pointer = "/images/" + i;
            var image = faults.text(pointer, given.get(i), LONGEST_ADDRESS);
            faults.addIf(!IMAGE.matcher(image).matches(), pointer, "Use the url of an uploaded image, or https.");
            faults.addIf(images.contains(image), pointer, "Named already.");
            images.add(image);
        }
        return images;
    }

    private WaitingRoom waitingRoom(@Nullable WaitingRoomForm given) {
        var form = given == null ? new WaitingRoomForm(null, null) : given;
        var mode = form.mode() == null ? WaitingRoom.Mode.FIFO : form.mode();
        boolean lobby = mode == WaitingRoom.Mode.LOBBY;
        int minutes = faults.number(
                "/waiting_room/lobby_minutes", form.lobbyMinutes(), lobby ? 1 : 0, 24 * 60, WaitingRoom.USUAL_LOBBY);
        return new WaitingRoom(mode, lobby ? minutes : 0);
    }

    private ResalePolicy resalePolicy(@Nullable ResalePolicyForm given) {
        var form = given == null ? new ResalePolicyForm(null, null, null) : given;
        return new ResalePolicy(
                form.enabled() != null && form.enabled(),
                faults.number("/resale_policy/max_price_percent", form.maxPricePercent(), 1, 1000, 100),
                form.payout() == null ? ResalePolicy.Payout.AFTER_EVENT : form.payout());
    }

    private Instant requiredTime(String pointer, @Nullable Instant given) {
        var time = time(pointer, given);
        return faults.required(pointer, time, EARLIEST);
    }

    /** To the microsecond, which is what the database keeps. */
    private @Nullable Instant time(String pointer, @Nullable Instant given) {
        if (given == null) {
            return null;
        }
        faults.addIf(given.isBefore(EARLIEST) || given.isAfter(LATEST), pointer, "Between 2000 and 2200.");
        return given.truncatedTo(ChronoUnit.MICROS);
    }
}

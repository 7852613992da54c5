package io.boxoffice.inventory.hold;

import io.boxoffice.common.Ids;
import io.boxoffice.inventory.combine.Ask;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes down a hold before it is placed: the answer once for fan, repeats and table, and the message. */
@Component
class Papers {
    private final HoldProperties properties;
    private final InstantSource clock;
    private final ObjectWriter answers;
    private final ObjectWriter messages;

    Papers(HoldProperties properties, java.time.Clock clock, JsonMapper json) {
        this.properties = properties;
        this.clock = clock;
        this.answers = json.writerFor(HoldAnswer.class);
        this.messages = json.writerFor(HoldEvent.SeatsHeld.class);
    }

    /** How long holds last that are looked at now, by the shard's clock. */
    Instant expiry(Look look) {
        return look.now().plus(properties.holdTtl());
    }

    Placement of(Ask<Bid, HoldOutcome> ask, Admitted.Fan fan, Look look, List<Verdict.Chosen> seats) {
        var event = ask.request().event();
        var hold = Ids.next();
        var held = seats.stream().map(Verdict.Chosen::seat).toList();
        var subtotal = held.stream().map(HeldSeat::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        var currency = java.util.Objects.requireNonNull(look.sales().get(event)).currency();
        var expiry = expiry(look);
        return new Placement(
                ask,
                fan,
                hold,
                seats,
                subtotal,
                "/api/v1/events/" + event + "/holds/" + hold,
                answers.writeValueAsString(
                        new HoldAnswer(hold, event, HoldStatus.ACTIVE, null, held, subtotal, currency, expiry)),
                messages.writeValueAsString(new HoldEvent.SeatsHeld(
                        event, clock.instant(), hold, fan.user(), fan.session(), held, expiry)));
    }
}

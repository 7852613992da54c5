package io.boxoffice.e2e.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.boxoffice.e2e.FleetExtension;
import io.boxoffice.e2e.Shows;
import io.boxoffice.e2e.TestFleet;
import io.boxoffice.e2e.generated.ApiException;
import io.boxoffice.e2e.generated.api.BoxofficeApi;
import io.boxoffice.e2e.generated.model.BestAvailable;
import io.boxoffice.e2e.generated.model.CredentialRequest;
import io.boxoffice.e2e.generated.model.EntryAnswer;
import io.boxoffice.e2e.generated.model.ListingRequest;
import io.boxoffice.e2e.generated.model.ListingView;
import io.boxoffice.e2e.generated.model.OrderView;
import io.boxoffice.e2e.generated.model.PlaceHold;
import io.boxoffice.e2e.generated.model.ResaleOrder;
import io.boxoffice.e2e.generated.model.ScanRequest;
import io.boxoffice.e2e.generated.model.ScanResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that a machine wrote from {@code docs/openapi.json} buys a ticket, sells it on and walks it through the gate. */
@ExtendWith(FleetExtension.class)
class GeneratedClientIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private String gateway;
    private UUID event;

    @Test
    void aGeneratedClientBuysResellsAndScansATicket(TestFleet fleet) throws Exception {
        gateway = fleet.credentials().gateway();
        event = Shows.onSale(fleet, "Generated", 20, Shows.RESALE);
        GeneratedFan seller = GeneratedFan.of(gateway, fleet.newFan(), event);
        GeneratedFan buyer = GeneratedFan.of(gateway, fleet.newFan(), event);
        BoxofficeApi scanner = GeneratedFan.api(gateway, fleet.scanner());

        OrderView order = buysOne(seller);
        assertThat(order.getStatus()).isIn(OrderView.StatusEnum.CONFIRMED, OrderView.StatusEnum.PENDING);
        UUID ticket = ticketOf(seller);
        String sellersCode = code(seller, ticket);

        ListingView listing = seller.api()
                .postResaleListings(
                        GeneratedFan.key(),
                        new ListingRequest()
                                .eventId(event)
                                .ticketIds(List.of(ticket))
                                .priceEach(new BigDecimal("60.00")));
        assertThat(buyer.api().getResaleListings(event, null, null, null).getItems())
                .extracting(ListingView::getListingId)
                .containsExactly(listing.getListingId());
        ResaleOrder sold = buyer.buysOn(listing.getListingId(), listing.getTotal());
        assertThat(sold.getTotalAmount()).isEqualByComparingTo("60.00");

        assertThat(ticketOf(buyer)).isEqualTo(ticket);
        assertThat(scan(scanner, sellersCode).getReason()).isEqualTo(ScanResult.ReasonEnum.TRANSFERRED);
        ScanResult admitted = scan(scanner, code(buyer, ticket));
        assertThat(admitted.getResult()).isEqualTo(ScanResult.ResultEnum.ADMITTED);
        assertThat(admitted.getTicketId()).isEqualTo(ticket);
        ApiException foreign = catchThrowableOfType(ApiException.class, () -> code(seller, ticket));
        assertThat(foreign.getCode()).isEqualTo(404);
    }

    private OrderView buysOne(GeneratedFan fan) throws ApiException {
        EntryAnswer entry = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsMatching(early -> early instanceof ApiException refused
                        && refused.getResponseBody().contains("event-not-found"))
                .until(fan::joins, joined -> true);
        String accessToken = await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1_100))
                .until(() -> fan.admission(entry), Optional::isPresent)
                .orElseThrow();
        PlaceHold wish =
                new PlaceHold().bestAvailable(new BestAvailable().quantity(1).section("Lower Bowl"));
        return fan.buys(fan.holds(wish, accessToken), accessToken);
    }

    /** Tickets are there when the order is confirmed. */
    private UUID ticketOf(GeneratedFan fan) {
        return await().atMost(PATIENCE)
                .until(() -> fan.api().getEventsByEventIdTickets(event).getItems(), tickets -> tickets.size() == 1)
                .getFirst()
                .getTicketId();
    }

    private String code(GeneratedFan fan, UUID ticket) throws ApiException {
        return fan.api()
                .postEventsByEventIdTicketsByTicketIdCredential(event, ticket, new CredentialRequest())
                .getCode();
    }

    private ScanResult scan(BoxofficeApi scanner, String code) throws ApiException {
        return scanner.postEventsByEventIdScans(
                event,
                new ScanRequest()
                        .code(code)
                        .gate("B")
                        .deviceId("generated-scanner")
                        .scannedAt(OffsetDateTime.now(ZoneOffset.UTC))
                        .nonce(GeneratedFan.key())
                        .direction(ScanRequest.DirectionEnum.IN));
    }
}

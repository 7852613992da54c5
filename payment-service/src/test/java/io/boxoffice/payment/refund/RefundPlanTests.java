package io.boxoffice.payment.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.boxoffice.payment.order.ItemStatus;
import io.boxoffice.payment.pricing.Charge;
import io.boxoffice.payment.pricing.Parts;
import io.boxoffice.payment.refund.RefundPlan.AlreadyRefunded;
import io.boxoffice.payment.refund.RefundPlan.Give;
import io.boxoffice.payment.refund.RefundPlan.Resold;
import io.boxoffice.payment.refund.RefundPlan.UnknownSeat;
import io.boxoffice.payment.refund.Refundable.Item;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three seats at 33.33 with fees of 4.83 each, 2.00 for the order: 116.48; 19 % tax. */
class RefundPlanTests {
    private static final BigDecimal ZERO = new BigDecimal("0.00");
    private static final Parts NOTHING = new Parts(ZERO, ZERO, ZERO);
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private static Charge charge(boolean included) {
        var tax = new BigDecimal(included ? "18.60" : "22.13");
        return new Charge(money("99.99"), money("16.49"), tax, money(included ? "116.48" : "138.61"), false);
    }

    private static Refundable order(boolean included) {
        return order(charge(included), ItemStatus.ACTIVE);
    }

    private static Refundable order(Charge charge, ItemStatus first) {
        var items = List.of(item(A, first), item(B, ItemStatus.ACTIVE), item(C, ItemStatus.ACTIVE));
        return new Refundable(charge, items, ZERO, ZERO, ZERO, NOTHING);
    }

    private static Item item(UUID seat, ItemStatus status) {
        return new Item(seat, money("33.33"), money("4.83"), status, null);
    }

    @Test
    void aTicketGoesBackWithItsFee() {
        assertThat(give(order(true), Set.of(A), true).amount()).isEqualByComparingTo("38.16");
        assertThat(give(order(true), Set.of(A), false).amount()).isEqualByComparingTo("33.33");
        assertThat(give(order(true), null, true).amount()).isEqualByComparingTo("116.48");
    }

    @Test
    void taxThatWasAddedGoesBackByItsShareWithTheFeesAlone() {
        assertThat(give(order(false), Set.of(A), true).amount()).isEqualByComparingTo("45.41");
        assertThat(give(order(false), Set.of(A), false).amount()).isEqualByComparingTo("33.33");
        assertThat(give(order(false), null, true).amount()).isEqualByComparingTo("138.61");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneSeatAfterTheOtherComesToTheWholeCharge(boolean included) {
        var order = order(charge(included), ItemStatus.ACTIVE);
        var amount = ZERO;
        for (var seat : List.of(B, A, C)) {
            var give = give(order, Set.of(seat), true);
            assertThat(give.parts().sum()).isEqualByComparingTo(give.amount());
            amount = amount.add(give.amount());
            order = after(order, give, seat);
        }
        assertThat(amount).isEqualByComparingTo(order.charge().total());
        assertThat(order.claimed())
                .usingRecursiveComparison()
                .isEqualTo(order.charge().parts());
    }

    @Test
    void whatIsLeftOfACancelledEventGoesBackWhoeverHoldsTheTickets() {
        var order = order(charge(true), ItemStatus.RESOLD);
        var first = give(order, Set.of(B), false);
        var rest = RefundPlan.ofTheRest(after(order, first, B));
        assertThat(rest.seatIds()).containsExactly(A, C);
        assertThat(rest.amount()).isEqualByComparingTo("83.15");
    }

    @Test
    void taxThatStayedWithTheFeesGoesBackOnlyWhenTheEventIsCancelled() {
        var priceOnly = give(order(false), Set.of(A), false);
        var order = after(order(false), priceOnly, A, priceOnly.grossTickets());
        assertThat(give(order, null, true).amount()).isEqualByComparingTo("93.20");
        assertThat(RefundPlan.ofTheRest(order).amount()).isEqualByComparingTo("105.28");
    }

    @Test
    void whatWasGivenBackSoldOnOrNeverSoldIsRefused() {
        var order = after(order(true), give(order(true), Set.of(A), true), A);
        assertThat(RefundPlan.ofSeats(order, Set.of(A, B), true)).isInstanceOf(AlreadyRefunded.class);
        var stranger = UUID.randomUUID();
        assertThat(RefundPlan.ofSeats(order, Set.of(B, stranger), true)).isEqualTo(new UnknownSeat(stranger));
        var resold = order(charge(true), ItemStatus.RESOLD);
        assertThat(RefundPlan.ofSeats(resold, Set.of(A), true)).isEqualTo(new Resold());
        assertThat(give(resold, null, true).seatIds()).containsExactly(B, C);
    }

    private static Give give(Refundable order, Set<UUID> seats, boolean includeFees) {
        return (Give) RefundPlan.ofSeats(order, seats, includeFees);
    }

    private static Refundable after(Refundable order, Give give, UUID seat) {
        return after(order, give, seat, ZERO);
    }

    private static Refundable after(Refundable order, Give give, UUID seat, BigDecimal untaxed) {
        var items = new ArrayList<Item>();
        order.items()
                .forEach(item -> items.add(
                        item.seatId().equals(seat)
                                ? new Item(seat, item.price(), item.fee(), ItemStatus.REFUNDED, UUID.randomUUID())
                                : item));
        var claimed = order.claimed();
        return new Refundable(
                order.charge(),
                items,
                order.grossTickets().add(give.grossTickets()),
                order.grossFees().add(give.grossFees()),
                order.untaxed().add(untaxed),
                new Parts(
                        claimed.tickets().add(give.parts().tickets()),
                        claimed.fees().add(give.parts().fees()),
                        claimed.tax().add(give.parts().tax())));
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}

package io.boxoffice.payment.provider;

/** What the provider says of a refund. */
public sealed interface RefundAnswer {
    /** The money is on its way to the card. */
    record Done() implements RefundAnswer {}

    /** A definite, final no: this refund has moved no money and never will. */
    record Refused(String code) implements RefundAnswer {}

    /** The provider knows of no such refund. */
    record Missing() implements RefundAnswer {}

    /** Nobody can tell yet; look again. */
    record Unknown() implements RefundAnswer {}
}

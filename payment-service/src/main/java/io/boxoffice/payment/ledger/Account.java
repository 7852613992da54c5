package io.boxoffice.payment.ledger;

/** The chart of accounts. */
enum Account {
    /** What the provider has taken for us and not given back. */
    PROVIDER_RECEIVABLE,
    /** Ticket revenue held for organisers. */
    ORGANISER_PAYABLE,
    /** Prices of resold tickets held for fans who sold them, until their payout is due. */
    SELLER_PAYABLE,
    /** Payouts due to fans. */
    PAYOUTS_DUE,
    /** Our fees from buyers. */
    FEE_REVENUE,
    /** Our fees from fans who sold. */
    PLATFORM_FEE_REVENUE,
    /** Tax collected on tickets and fees. */
    TAX_PAYABLE
}

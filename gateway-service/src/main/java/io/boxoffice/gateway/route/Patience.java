package io.boxoffice.gateway.route;

/** How long an endpoint may take to answer. */
enum Patience {
    USUAL,
    /** Placing an order talks to the payment provider. */
    ORDER,
    /** A picture takes its time to arrive. */
    UPLOAD,
    /** Begins as soon as any answer, and may never end. */
    STREAM
}

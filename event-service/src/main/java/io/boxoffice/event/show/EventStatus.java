package io.boxoffice.event.show;

/** The life of an event as everybody sees it. */
enum EventStatus {
    DRAFT,
    PUBLISHED,
    PRESALE,
    ON_SALE,
    SOLD_OUT,
    ENDED,
    POSTPONED,
    CANCELLED
}

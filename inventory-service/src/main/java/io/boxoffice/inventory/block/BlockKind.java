package io.boxoffice.inventory.block;

/** For whom, or for what, seats are kept. */
enum BlockKind {
    HOUSE,
    ARTIST,
    SPONSOR,
    TECHNICAL,
    /** For the general sale, while the presale runs. */
    PHASE
}

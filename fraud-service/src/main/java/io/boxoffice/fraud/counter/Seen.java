package io.boxoffice.fraud.counter;

import java.util.Optional;

/** What the counters know of an account. */
public record Seen(Figures figures, Optional<Standing> standing) {}

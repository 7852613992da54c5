package io.boxoffice.fraud.challenge;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/** The number that was found. */
record SolutionRequest(@NotNull @PositiveOrZero Long number) {}

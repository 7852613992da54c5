package io.boxoffice.inventory.follow;

/** A seat by its place: index of the section, and in the section's letters. */
public record SeatAt(int section, int position) {}

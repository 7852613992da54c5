package io.boxoffice.inventory.follow;

/** How many seats of a section are what. */
public record Figures(int available, int reserved, int purchased, int notForSale) {}

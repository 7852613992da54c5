package io.boxoffice.common.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one form of every list: what is on this page, and where the next one starts, or null at the end. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }
}

package io.boxoffice.inventory.stream;

import io.boxoffice.inventory.follow.Figures;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * What changed.
 *
 * @param changes the letters as they are now, {@code ["Floor", 17, "R"]}: section, place in its letters, letter
 * @param counts of the sections in which something changed
 */
@Schema(name = "AvailabilityDelta")
record Delta(long version, long fromVersion, List<List<Object>> changes, Map<String, Figures> counts) {}

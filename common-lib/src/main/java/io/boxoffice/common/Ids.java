package io.boxoffice.common;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Ids that we create: UUID version 7 (RFC 9562), so that they sort by time and index well. */
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A new id, greater than those made before it in this process. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}

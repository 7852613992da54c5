package io.boxoffice.waitingroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.boxoffice.waitingroom.model.ClockedScripts.Mutation;
import org.junit.jupiter.api.Test;

/** {@code -Dline.sequences=20000} runs more of them, {@code -Dline.seed=…} from another one on. */
class LineModelIT {
    private static final int SEQUENCES = Integer.getInteger("line.sequences", 150);
    private static final long FIRST = Long.getLong("line.seed", 1);

    @Test
    void nobodyIsLostDoubledOrOvertakenWhateverHappens() {
        var scripts = new ClockedScripts(Mutation.NONE);
        for (long seed = FIRST; seed < FIRST + SEQUENCES; seed++) {
            var sequence = Sequence.of(seed);
            if (sequence.failure(scripts).isPresent()) {
                var shrunk = sequence.shrunk(scripts);
                fail("%s%n%s", shrunk.failure(scripts).orElse("only at the first try"), shrunk);
            }
        }
    }

    @Test
    void aSeedAlwaysMeansTheSameSequence() {
        assertThat(Sequence.of(7)).isEqualTo(Sequence.of(7)).isNotEqualTo(Sequence.of(8));
    }
}

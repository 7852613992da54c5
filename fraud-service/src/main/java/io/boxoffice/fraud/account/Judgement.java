package io.boxoffice.fraud.account;

import io.boxoffice.common.security.Challenges.Verdict;
import io.boxoffice.fraud.score.Score;
import java.util.List;
import java.util.stream.Stream;

/** The verdict on an account now, and the score that was made for it: an earlier verdict may be the stricter one. */
public record Judgement(Verdict decision, Score score) {
    private static final String EARLIER = "earlier-verdict";

    /** What led to it. */
    public List<String> reasons() {
        return decision == score.decision()
                ? score.reasons()
                : Stream.concat(Stream.of(EARLIER), score.reasons().stream()).toList();
    }
}

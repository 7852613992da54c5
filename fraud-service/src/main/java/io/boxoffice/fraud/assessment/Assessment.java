package io.boxoffice.fraud.assessment;

import io.boxoffice.common.security.Challenges.Verdict;
import java.util.List;

/** The answer, with its reasons. */
record Assessment(Verdict decision, int score, List<String> reasons) {}

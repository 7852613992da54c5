package io.boxoffice.fraud.score;

import io.boxoffice.common.security.Challenges.Verdict;
import java.util.List;

/**
 * How risky an account looks.
 *
 * @param points 0…100
 * @param reasons what led to it, the weightiest first
 */
public record Score(int points, Verdict decision, List<String> reasons) {}

package io.boxoffice.draw.verify;

import java.util.List;

/** What came out of checking a draw. */
public sealed interface Verdict {

    /** Nothing is wrong with what was checked. */
    record Good(List<String> checked, List<String> open) implements Verdict {}

    /** Something is not as it should be. */
    record Refused(List<String> checked, String why) implements Verdict {}

    /** This is no draw. */
    record Unreadable(String why) implements Verdict {}
}

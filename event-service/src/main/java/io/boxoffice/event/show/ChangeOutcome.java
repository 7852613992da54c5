package io.boxoffice.event.show;

import java.util.List;

/** How somebody's wish to change an event ends. */
sealed interface ChangeOutcome {
    record Done(Event event) implements ChangeOutcome {}

    record Unknown() implements ChangeOutcome {}

    /** @param hidden a draft is its organiser's secret */
    record NotYours(boolean hidden) implements ChangeOutcome {}

    /** It was never published, or its seats are not there yet. */
    record NotPublished() implements ChangeOutcome {}

    record Cancelled() implements ChangeOutcome {}

    record Ended() implements ChangeOutcome {}

    /** It cannot go on before it has a date ahead. */
    record NoDateAhead() implements ChangeOutcome {}

    record NotEditable(List<String> fields) implements ChangeOutcome {}

    record TooManyImages(int limit) implements ChangeOutcome {}
}

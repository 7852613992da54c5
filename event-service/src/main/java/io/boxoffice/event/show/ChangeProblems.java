package io.boxoffice.event.show;

import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import org.springframework.http.HttpStatus;

/** Refused changes as problem answers. */
final class ChangeProblems {
    private ChangeProblems() {}

    /** The changed event, or the problem that says why it was not changed. */
    static Event done(ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Done(var event) -> event;
            case ChangeOutcome.Unknown() -> throw Problems.notFound();
            case ChangeOutcome.NotYours(var hidden) when hidden -> throw Problems.notFound();
            case ChangeOutcome.NotYours _ -> throw Problems.forbidden("Only its organiser changes an event.");
            case ChangeOutcome.NotPublished() ->
                throw conflict("event-not-published", "Publish the event first, and wait until its seats are there.");
            case ChangeOutcome.Cancelled() ->
                throw conflict("event-cancelled", "The event was cancelled; that is final.");
            case ChangeOutcome.Ended() -> throw conflict("event-ended", "The event is over.");
            case ChangeOutcome.NoDateAhead() ->
                throw conflict("no-date-ahead", "Postpone the event to a date that lies ahead first.");
            case ChangeOutcome.NotEditable(var fields) ->
                throw unprocessable("not-editable", "These fields cannot be changed any more.")
                        .with("fields", fields);
            case ChangeOutcome.TooManyImages(var limit) ->
                throw unprocessable("too-many-images", "Remove an image first.").with("limit", limit);
        };
    }

    private static ProblemException conflict(String code, String detail) {
        return new ProblemException(HttpStatus.CONFLICT, code, detail);
    }

    private static ProblemException unprocessable(String code, String detail) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
    }
}

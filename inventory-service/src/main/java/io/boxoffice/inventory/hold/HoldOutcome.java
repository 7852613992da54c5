package io.boxoffice.inventory.hold;

import io.boxoffice.common.web.ProblemException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What came of a request for a hold in its group. */
sealed interface HoldOutcome {

    /** What the fan is told. */
    sealed interface Final extends HoldOutcome {

        /** The answer, or the refusal thrown. */
        default ResponseEntity<Object> answer() {
            return switch (this) {
                case Held(var location, var body) ->
                    ResponseEntity.created(URI.create(location))
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(body);
                case Repeated(var answer) -> answer;
                case Refused(var why) -> throw why.problem();
                case NotAllowed(var why) -> throw why;
            };
        }
    }

    /** The hold is placed; the answer is as stored, so that repeats are the same to the letter. */
    record Held(String location, String body) implements Final {}

    /** The same request was answered before. */
    record Repeated(ResponseEntity<Object> answer) implements Final {}

    /** The seats, the sale or the fan's other holds are in the way. */
    record Refused(HoldRefusal why) implements Final {}

    /** The request itself is. */
    record NotAllowed(ProblemException why) implements Final {}

    /** The seats were free when looked at and are free again, but were not in between; or others are to be tried. */
    record Missed() implements HoldOutcome {}

    /** The fan was judged by the rules of the other kind of event: with a queue, or without. */
    record OtherDoor(boolean tokenNeeded) implements HoldOutcome {}

    /** The event cannot be written at this shard. */
    record Moved() implements HoldOutcome {}
}

package io.boxoffice.fraud.challenge;

import io.boxoffice.common.security.Caller;
import io.boxoffice.common.web.ProblemException;
import io.boxoffice.common.web.Problems;
import io.boxoffice.fraud.clearance.Clearance;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Challenges for those who were asked for one. */
@RestController
@RequestMapping("/api/v1/challenges")
class ChallengeController {
    private final ProofOfWork work;

    ChallengeController(ProofOfWork work) {
        this.work = work;
    }

    @PostMapping
    ResponseEntity<ChallengeAnswer> issue(@Valid @RequestBody ChallengeRequest request, Caller caller) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(work.issue(caller.sub(), request));
    }

    @PostMapping("/{challenge_id}/solutions")
    ResponseEntity<Clearance> solve(
            @PathVariable("challenge_id") UUID id, @Valid @RequestBody SolutionRequest solution, Caller caller) {
        return switch (work.solve(caller.sub(), id, solution.number())) {
            case SolveOutcome.Cleared(var clearance) ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(clearance);
            case SolveOutcome.Failed() ->
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "challenge-failed",
                        "This number does not solve the challenge; look for the right one.");
            case SolveOutcome.Expired() ->
                throw new ProblemException(
                        HttpStatus.GONE, "challenge-expired", "This challenge is over; ask for another one.");
            case SolveOutcome.Unknown() -> throw Problems.notFound();
        };
    }
}

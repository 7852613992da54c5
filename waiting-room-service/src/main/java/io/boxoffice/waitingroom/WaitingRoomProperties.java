package io.boxoffice.waitingroom;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Timers and limits of every line.
 *
 * @param lease how long an admitted fan may take to claim the admission
 * @param accessTokenTtl how long a claimed session, and its access token, lasts
 * @param abandonAfter how long a waiting fan may be silent (or 4 × the poll interval last told, if that is longer)
 * @param returnGrace how long an abandoned place can be taken up again
 * @param recoveryWindow how long nobody is admitted after Redis lost a line, while fans come back
 * @param pollMin poll interval next to the head
 * @param pollDefault usual poll interval
 * @param pollMax poll interval far away
 * @param admission how fast fans are let in
 * @param maxActive places: leases and sessions at one time, per event
 * @param challenge who is challenged at the door
 */
@Validated
@ConfigurationProperties("waiting-room")
public record WaitingRoomProperties(
        @DefaultValue("2m") @DurationMin(millis = 1) Duration lease,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration accessTokenTtl,
        @DefaultValue("2m") @DurationMin(millis = 1) Duration abandonAfter,
        @DefaultValue("10m") @DurationMin(millis = 0) Duration returnGrace,
        @DefaultValue("60s") @DurationMin(millis = 0) Duration recoveryWindow,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration pollMin,
        @DefaultValue("30s") @DurationMin(millis = 1) Duration pollDefault,
        @DefaultValue("10m") @DurationMax(hours = 4) Duration pollMax,
        @DefaultValue @Valid Admission admission,
        @DefaultValue("2000") @Min(1) int maxActive,
        @DefaultValue @Valid Challenge challenge) {

    /**
     * How fast fans are let in.
     *
     * @param mode AUTO begins with the set rate and follows the load, MANUAL keeps it, PAUSED lets nobody in
     * @param rate fans per minute
     * @param floor what overload and silence leave, in mode AUTO (or the rate, if that is less)
     * @param ceiling what good figures can raise it to, in mode AUTO
     * @param targetP95 of the requests to a service that sells; beyond it is overload
     * @param maxErrors share of their requests answered 5xx; beyond it is overload
     * @param maxPool saturation of their connection pools, over some seconds; beyond it is overload
     * @param maxCpu of their machines; beyond it they are full, which is overload only where answers take longer than half the
     *     target: a full processor that answers in time is one well used
     */
    public record Admission(
            @DefaultValue("AUTO") Mode mode,
            @DefaultValue("600") @Min(1) @Max(1_000_000) int rate,
            @DefaultValue("60") @Min(1) @Max(1_000_000) int floor,
            @DefaultValue("30000") @Min(1) @Max(1_000_000) int ceiling,
            @DefaultValue("500ms") @DurationMin(millis = 1) Duration targetP95,
            @DefaultValue("0.05") @Positive @DecimalMax("1") double maxErrors,
            @DefaultValue("0.9") @Positive @DecimalMax("1") double maxPool,
            @DefaultValue("0.95") @Positive @DecimalMax("1") double maxCpu) {

        @AssertTrue(message = "floor ≤ ceiling")
        boolean isFloorBelowCeiling() {
            return floor <= ceiling;
        }
    }

    /**
     * Who is challenged at the door.
     *
     * @param newAccount accounts younger than this
     */
    public record Challenge(
            @DefaultValue("24h") @DurationMin(millis = 0) Duration newAccount) {}

    /** Who decides about the rate. */
    public enum Mode {
        AUTO,
        MANUAL,
        PAUSED
    }

    @AssertTrue(message = "poll-min ≤ poll-default ≤ poll-max")
    boolean isPollIntervalsInOrder() {
        return pollMin.compareTo(pollDefault) <= 0 && pollDefault.compareTo(pollMax) <= 0;
    }
}

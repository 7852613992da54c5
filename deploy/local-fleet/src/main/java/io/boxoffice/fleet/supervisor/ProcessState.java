package io.boxoffice.fleet.supervisor;

/** What a process of the fleet is doing. */
public enum ProcessState {
    /** Not there: not yet started, just died, or stopped. */
    DOWN,
    STARTING,
    READY,
    /** Given up: too many starts in a row never became ready. */
    FAILED
}

package io.boxoffice.notification.email;

/** How one attempt ended. Reasons are codes, never what a server said: that may hold an address. */
public sealed interface SendOutcome {

    /** The server has it. */
    record Accepted() implements SendOutcome {}

    /** It certainly has not, and may take it later. */
    record NotNow(String reason) implements SendOutcome {}

    /** It certainly has not, and never will. */
    record Never(String reason) implements SendOutcome {}

    /** It was never asked: there is nothing to write about any more. */
    record Needless(String reason) implements SendOutcome {}

    /** The message was complete when the answer was lost. */
    record Unknown(String reason) implements SendOutcome {}
}

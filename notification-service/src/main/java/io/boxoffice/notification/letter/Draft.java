package io.boxoffice.notification.letter;

import io.boxoffice.notification.email.Email;

/** How writing a letter ends. */
public sealed interface Draft {

    /** It can be sent. */
    record Ready(Email email) implements Draft {}

    /** Something is not there yet. */
    record NotYet(String reason) implements Draft {}

    /** There is nothing to write about any more. */
    record Void(String reason) implements Draft {}
}

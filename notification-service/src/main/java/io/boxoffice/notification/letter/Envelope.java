package io.boxoffice.notification.letter;

import io.boxoffice.notification.email.Attachment;
import io.boxoffice.notification.email.Email;
import java.util.List;

/** Puts words under their cause and address. */
final class Envelope {
    private Envelope() {}

    static Email of(Owed owed, String address, Words words, List<Attachment> attachments) {
        return new Email(owed.cause(), address, words.subject(), words.text(), words.html(), attachments, null);
    }

    static Email of(Owed owed, String address, Words words) {
        return of(owed, address, words, List.of());
    }
}

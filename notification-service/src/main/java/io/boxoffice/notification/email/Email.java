package io.boxoffice.notification.email;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message. Its address is here and nowhere else; do not log it.
 *
 * @param unsubscribe where its reader stops more of its kind; none for what is owed in any case
 */
public record Email(
        String cause,
        String to,
        String subject,
        String text,
        String html,
        List<Attachment> attachments,
        @Nullable URI unsubscribe) {

    @Override
    public String toString() {
        return "Email[" + cause + "]";
    }
}

package io.boxoffice.fleet.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as lists show it, in Mailpit's words. */
record Summary(
        @JsonProperty("ID") String id,
        @JsonProperty("MessageID") String messageId,
        @JsonProperty("Read") boolean read,
        @JsonProperty("From") @Nullable Address from,
        @JsonProperty("To") List<Address> to,
        @JsonProperty("Cc") List<Address> cc,
        @JsonProperty("Bcc") List<Address> bcc,
        @JsonProperty("ReplyTo") List<Address> replyTo,
        @JsonProperty("Subject") String subject,
        @JsonProperty("Created") Instant created,
        @JsonProperty("Username") String username,
        @JsonProperty("Tags") List<String> tags,
        @JsonProperty("Size") int size,
        @JsonProperty("Attachments") int attachments,
        @JsonProperty("Snippet") String snippet) {

    Summary markedRead(boolean nowRead) {
        return new Summary(
                id,
                messageId,
                nowRead,
                from,
                to,
                cc,
                bcc,
                replyTo,
                subject,
                created,
                username,
                tags,
                size,
                attachments,
                snippet);
    }
}

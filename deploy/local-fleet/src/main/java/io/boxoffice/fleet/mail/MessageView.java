package io.boxoffice.fleet.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole message, in Mailpit's words. */
record MessageView(
        @JsonProperty("ID") String id,
        @JsonProperty("MessageID") String messageId,
        @JsonProperty("From") @Nullable Address from,
        @JsonProperty("To") List<Address> to,
        @JsonProperty("Cc") List<Address> cc,
        @JsonProperty("Bcc") List<Address> bcc,
        @JsonProperty("ReplyTo") List<Address> replyTo,
        @JsonProperty("ReturnPath") String returnPath,
        @JsonProperty("Subject") String subject,
        @JsonProperty("Date") Instant date,
        @JsonProperty("Tags") List<String> tags,
        @JsonProperty("Username") String username,
        @JsonProperty("Text") String text,
        @JsonProperty("HTML") String html,
        @JsonProperty("Size") int size,
        @JsonProperty("Inline") List<PartView> inline,
        @JsonProperty("Attachments") List<PartView> attachments) {

    /** A part that is neither the text nor the HTML of the message. */
    record PartView(
            @JsonProperty("PartID") String partId,
            @JsonProperty("FileName") String fileName,
            @JsonProperty("ContentType") String contentType,
            @JsonProperty("ContentID") String contentId,
            @JsonProperty("Size") int size) {}
}

package io.boxoffice.fleet.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One message and what is in it, by Mailpit's API. {@code latest} is an id too. */
@RestController
@RequestMapping("/api/v1/message/{id}")
class MessageController {
    private final Mailbox mailbox;

    MessageController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @GetMapping
    MessageView message(@PathVariable String id) throws IOException {
        var entry = entry(id);
        var mail = new ParsedMail(body(entry));
        mailbox.markRead(entry);
        var message = mailbox.line(entry).message();
        if (message == null) {
            throw unknown();
        }
        return new MessageView(
                message.id(),
                message.messageId(),
                message.from(),
                message.to(),
                message.cc(),
                message.bcc(),
                message.replyTo(),
                mail.header("Return-Path").replaceAll("[<>]", ""),
                message.subject(),
                message.created(),
                message.tags(),
                message.username(),
                mail.text(),
                mail.html(),
                message.size(),
                beside(mail, false),
                beside(mail, true));
    }

    @GetMapping("/headers")
    Map<String, List<String>> headers(@PathVariable String id) throws IOException, MessagingException {
        return new ParsedMail(body(entry(id))).headers();
    }

    @GetMapping("/raw")
    ResponseEntity<byte[]> raw(@PathVariable String id) throws IOException {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .body(body(entry(id)));
    }

    @GetMapping("/part/{partId}")
    ResponseEntity<byte[]> part(@PathVariable String id, @PathVariable String partId) throws IOException {
        var part = new ParsedMail(body(entry(id)))
                .parts().stream()
                        .filter(candidate -> candidate.id().equals(partId))
                        .findFirst()
                        .orElseThrow(MessageController::unknown);
        var name = part.fileName() == null ? "part-" + partId : part.fileName();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, part.contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(part.content());
    }

    /** Parts beside the text, either inline (with an id that HTML refers to) or attached. */
    private static List<MessageView.PartView> beside(ParsedMail mail, boolean attached) {
        return mail.parts().stream()
                .filter(part -> !part.isText("text/plain") && !part.isText("text/html"))
                .filter(part -> attached == (part.attached() || part.contentId() == null))
                .map(Part::view)
                .toList();
    }

    private IndexEntry entry(String id) {
        return mailbox.find(id).orElseThrow(MessageController::unknown);
    }

    private byte[] body(IndexEntry entry) throws IOException {
        try {
            return mailbox.body(entry.id());
        } catch (NoSuchFileException deletedMeanwhile) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

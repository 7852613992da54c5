package io.boxoffice.fleet.mail;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lists, searches and empties the mailbox, by Mailpit's API. */
@RestController
class MessagesController {
    private final Mailbox mailbox;

    MessagesController(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** A page of messages. */
    record Page(
            int total,
            int unread,
            int count,
            int messagesCount,
            int messagesUnread,
            int start,
            List<String> tags,
            List<Summary> messages) {}

    /** Which messages to delete; all of them when none is named. */
    record Doomed(@JsonProperty("IDs") @Nullable List<String> ids) {}

    @GetMapping("/api/v1/messages")
    Page list(@RequestParam(defaultValue = "0") int start, @RequestParam(defaultValue = "50") int limit) {
        var page = mailbox.newestFirst()
                .skip(Math.max(0, start))
                .limit(limitOf(limit))
                .toList();
        return page(start, page, mailbox.size(), mailbox.unread());
    }

    @GetMapping("/api/v1/search")
    Page search(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "0") int start,
            @RequestParam(defaultValue = "50") int limit) {
        if (query.isBlank()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no search query");
        }
        var search = new Search(query);
        var found = mailbox.newestFirst()
                .filter(entry -> search.matches(mailbox, entry))
                .toList();
        var page = found.stream().skip(Math.max(0, start)).limit(limitOf(limit)).toList();
        int unread = (int) found.stream().filter(entry -> !entry.read()).count();
        return page(start, page, found.size(), unread);
    }

    @DeleteMapping(path = "/api/v1/messages", produces = MediaType.TEXT_PLAIN_VALUE)
    String delete(@RequestBody(required = false) @Nullable Doomed doomed) throws IOException {
        if (doomed == null || doomed.ids() == null || doomed.ids().isEmpty()) {
            mailbox.deleteAll();
        } else {
            mailbox.delete(doomed.ids());
        }
        return "ok";
    }

    private Page page(int start, List<IndexEntry> entries, int matching, int unread) {
        var messages = entries.stream()
                .flatMap(
                        entry -> Optional.ofNullable(mailbox.line(entry).message())
                                .map(message -> message.markedRead(entry.read()))
                                .stream())
                .toList();
        return new Page(
                mailbox.size(),
                mailbox.unread(),
                messages.size(),
                matching,
                unread,
                Math.max(0, start),
                List.of(),
                messages);
    }

    private static int limitOf(int limit) {
        return limit < 0 ? 50 : limit;
    }
}

package io.boxoffice.e2e.client;

import io.boxoffice.e2e.client.http.Call;
import io.boxoffice.e2e.client.http.Exchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Mail as it arrived, through the Mailpit API of the mail sink. */
public final class Mailbox {

    private static final int PAGE = 200;

    private final Exchange sink;

    /** The sink behind an exchange. */
    public Mailbox(Exchange sink) {
        this.sink = sink;
    }

    /** A message as the list shows it. */
    public record Summary(String id, Instant created) {}

    /** Messages to one address, newest first. */
    public List<Summary> to(String email) throws IOException, InterruptedException {
        String query = URLEncoder.encode("to:\"" + email + "\"", StandardCharsets.UTF_8);
        return summaries(get("/api/v1/search?query=" + query));
    }

    /** All messages since a time, newest first. */
    public List<Summary> since(Instant time) throws IOException, InterruptedException {
        List<Summary> found = new ArrayList<>();
        for (int start = 0; ; start += PAGE) {
            var page = summaries(get("/api/v1/messages?limit=" + PAGE + "&start=" + start));
            page.stream().filter(mail -> !mail.created().isBefore(time)).forEach(found::add);
            if (page.size() < PAGE || page.getLast().created().isBefore(time)) {
                return found;
            }
        }
    }

    /** What a message was sent for: {@code <kind>:<id>}, empty for none. */
    public String cause(String id) throws IOException, InterruptedException {
        JsonNode values = get("/api/v1/message/" + id + "/headers").path("X-Boxoffice-Cause");
        return values.path(0).asString("");
    }

    /** The ticket codes in a message, each alone on its line. */
    public List<String> codes(String id) throws IOException, InterruptedException {
        String text = get("/api/v1/message/" + id).path("Text").asString("");
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("BX1."))
                .toList();
    }

    private static List<Summary> summaries(JsonNode list) {
        return StreamSupport.stream(list.path("messages").spliterator(), false)
                .map(mail -> new Summary(
                        mail.path("ID").asString(),
                        OffsetDateTime.parse(mail.path("Created").asString()).toInstant()))
                .toList();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var answer = sink.send(Call.get("mail", path));
        if (!answer.ok()) {
            throw new IOException("The mail sink answered " + answer.status() + " to " + path);
        }
        return answer.json();
    }
}

package io.boxoffice.fleet.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.boxoffice.fleet.standalone.Forked;
import io.boxoffice.fleet.standalone.Http;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class MailSinkIT {
    @TempDir
    static Path data;

    private static ConfigurableApplicationContext context;
    private static String url;
    private static int smtp;

    @BeforeAll
    static void start() {
        context = MailSinkMain.start("--server.port=0", "--mail.smtp-port=0", "--fleet.data-dir=" + data);
        url = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
        smtp = context.getBean(SmtpIntake.class).port();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void empty() throws Exception {
        assertThat(Http.send("DELETE", url + "/api/v1/messages", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aMailThatSmtpTookIsListedAndShownWhole() throws Exception {
        Mails.send(smtp, "fan-000001@example.test", "Your tickets ü", "order-confirmed:1", "BX1.S.abc.def");
        var page = json("/api/v1/messages");
        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(page.get("messages_count").asInt()).isEqualTo(1);
        var summary = page.get("messages").get(0);
        assertThat(summary.get("Subject").asString()).isEqualTo("Your tickets ü");
        assertThat(summary.get("From").get("Address").asString()).isEqualTo("tickets@boxoffice.test");
        assertThat(summary.get("To").get(0).get("Address").asString()).isEqualTo("fan-000001@example.test");
        assertThat(summary.get("Read").asBoolean()).isFalse();
        assertThat(summary.get("Attachments").asInt()).isEqualTo(1);
        var id = summary.get("ID").asString();
        var message = json("/api/v1/message/" + id);
        assertThat(message.get("Text").asString().lines()).contains("BX1.S.abc.def");
        assertThat(message.get("HTML").asString()).contains("<b>");
        var headers = json("/api/v1/message/" + id + "/headers");
        assertThat(headers.get("X-Boxoffice-Cause").get(0).asString()).isEqualTo("order-confirmed:1");
        var part = message.get("Attachments").get(0).get("PartID").asString();
        assertThat(Http.get(url + "/api/v1/message/" + id + "/part/" + part).body())
                .isEqualTo("%PDF");
        assertThat(json("/api/v1/message/latest").get("ID").asString()).isEqualTo(id);
        assertThat(json("/api/v1/messages").get("unread").asInt()).isZero();
    }

    @Test
    void theNewestComeFirstPageByPage() throws Exception {
        for (int i = 1; i <= 5; i++) {
            Mails.send(smtp, "fan-00000" + i + "@example.test", "mail " + i, "x:" + i, "text");
        }
        assertThat(subjects(json("/api/v1/messages?limit=2"))).containsExactly("mail 5", "mail 4");
        assertThat(subjects(json("/api/v1/messages?limit=2&start=3"))).containsExactly("mail 2", "mail 1");
    }

    @Test
    void searchTermsMustAllMatch() throws Exception {
        Mails.send(smtp, "fan-000001@example.test", "Your tickets", "order-confirmed:1", "code one");
        Mails.send(smtp, "fan-000002@example.test", "Your tickets", "order-confirmed:2", "code two");
        Mails.send(smtp, "fan-000002@example.test", "Your receipt", "order-captured:2", "money");
        assertThat(search("to:\"fan-000002@example.test\"")).containsExactly("Your receipt", "Your tickets");
        assertThat(search("to:fan-000002@example.test subject:\"your tickets\""))
                .containsExactly("Your tickets");
        assertThat(search("from:tickets@boxoffice.test \"code ONE\"")).containsExactly("Your tickets");
        assertThat(search("to:fan-000002 -money")).containsExactly("Your tickets");
        assertThat(search("message-id:\"<order-captured:2@boxoffice.test>\"")).containsExactly("Your receipt");
        assertThat(search("to:nobody")).isEmpty();
        assertThat(Http.get(url + "/api/v1/search").statusCode()).isEqualTo(400);
    }

    @Test
    void namedMailsAreDeletedAndTheRestStays() throws Exception {
        Mails.send(smtp, "fan-000001@example.test", "one", "x:1", "text");
        Mails.send(smtp, "fan-000001@example.test", "two", "x:2", "text");
        var id = json("/api/v1/messages").get("messages").get(0).get("ID").asString();
        var deleted = Http.send(
                "DELETE", url + "/api/v1/messages", "{\"IDs\":[\"" + id + "\"]}", "Content-Type", "application/json");
        assertThat(deleted.body()).isEqualTo("ok");
        assertThat(subjects(json("/api/v1/messages"))).containsExactly("one");
        assertThat(Http.get(url + "/api/v1/message/" + id).statusCode()).isEqualTo(404);
        assertThat(Http.send("DELETE", url + "/api/v1/messages", "{\"IDs\":", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(json("/api/v1/messages").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void thePageForPeopleNeedsNothingFromElsewhere() throws Exception {
        var page = Http.get(url + "/");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).doesNotContain("http://", "https://", "src=\"//");
        assertThat(Http.get(url + "/readyz").statusCode()).isEqualTo(200);
        assertThat(Http.get(url + "/livez").statusCode()).isEqualTo(200);
    }

    @Test
    void mailThatSmtpAcceptedSurvivesAKill(@TempDir Path kept) throws Exception {
        int port = Forked.freePort();
        String[] arguments = {"--mail.smtp-port=" + port, "--fleet.data-dir=" + kept};
        Set<String> accepted = ConcurrentHashMap.newKeySet();
        try (var forked = Forked.start(MailSinkMain.class, kept.resolve("log"), arguments);
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int sender = 0; sender < 3; sender++) {
                int number = sender;
                senders.submit(() -> {
                    for (int i = 0; ; i++) {
                        var subject = "mail " + number + "-" + i;
                        Mails.send(port, "fan-000001@example.test", subject, "x:" + number + "-" + i, "text");
                        accepted.add(subject);
                    }
                });
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> accepted.size() > 20);
            forked.kill();
        }
        try (var again = Forked.start(MailSinkMain.class, kept.resolve("log"), arguments)) {
            var page = Http.json(Http.get(again.url() + "/api/v1/messages?limit=100000"));
            assertThat(subjects(page)).containsAll(accepted).doesNotHaveDuplicates();
        }
    }

    private static java.util.List<String> search(String query) throws Exception {
        return subjects(json("/api/v1/search?query=" + URLEncoder.encode(query, UTF_8)));
    }

    private static java.util.List<String> subjects(JsonNode page) {
        return page.get("messages")
                .valueStream()
                .map(message -> message.get("Subject").asString())
                .toList();
    }

    private static JsonNode json(String path) throws Exception {
        return Http.json(Http.get(url + path));
    }
}

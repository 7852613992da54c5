package io.boxoffice.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.boxoffice.notification.Fleet.Order;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What fans have received, and what the service thinks they have. */
@TestComponent
public class Mails {
    private final GreenMail mailbox;
    private final JdbcClient jdbc;

    Mails(GreenMail mailbox, JdbcClient jdbc) {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
        // GreenMail throws when a client hangs up in the middle of a message, which is what some tests are about
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        this.mailbox = mailbox;
        this.jdbc = jdbc;
    }

    /** All mails of this cause that the server has accepted. */
    public List<MimeMessage> of(String cause) {
        return Arrays.stream(mailbox.getReceivedMessages())
                .filter(mail -> cause.equals(header(mail, "X-Boxoffice-Cause")))
                .toList();
    }

    public List<MimeMessage> of(Order order) {
        return of(order.cause());
    }

    public String state(String cause) {
        return jdbc.sql("SELECT state FROM deliveries WHERE cause = ?")
                .param(cause)
                .query(String.class)
                .optional()
                .map(String::valueOf)
                .orElse("NONE");
    }

    public String state(Order order) {
        return state(order.cause());
    }

    public String reason(String cause) {
        return jdbc.sql("SELECT coalesce(reason, '') FROM deliveries WHERE cause = ?")
                .param(cause)
                .query(String.class)
                .single();
    }

    public String reason(Order order) {
        return reason(order.cause());
    }

    public int attempts(Order order) {
        return jdbc.sql("SELECT coalesce(max(attempts), 0) FROM deliveries WHERE cause = ?")
                .param(order.cause())
                .query(Integer.class)
                .single();
    }

    public void awaitState(String cause, String state) {
        await().until(() -> state(cause).equals(state));
    }

    public void awaitState(Order order, String state) {
        awaitState(order.cause(), state);
    }

    /** Looks at all of them at once: one after the other costs a pause each. */
    public void awaitSent(Collection<String> causes) {
        await().until(() -> jdbc.sql("SELECT count(*) FROM deliveries WHERE state = 'SENT' AND cause IN (:causes)")
                        .param("causes", causes)
                        .query(Integer.class)
                        .single()
                == causes.size());
    }

    /** How many mails the server has accepted of each of these causes. */
    public Map<String, Long> counted(Collection<String> causes) {
        return Arrays.stream(mailbox.getReceivedMessages())
                .map(mail -> String.valueOf(header(mail, "X-Boxoffice-Cause")))
                .filter(Set.copyOf(causes)::contains)
                .collect(Collectors.groupingBy(cause -> cause, Collectors.counting()));
    }

    /** A row as a process that died has left it. */
    public void leftBehind(Order order, String state, String leasedUntil) {
        leftBehind(order, "order-confirmed", "{}", state, leasedUntil);
    }

    public void leftBehind(Order order, String kind, String facts, String state, String leasedUntil) {
        jdbc.sql(
                        "INSERT INTO deliveries (kind, cause, event_id, order_id, user_id, facts, state, attempts, lease, leased_until)"
                                + " VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, 1, gen_random_uuid(), clock_timestamp() + ?::interval)")
                .params(
                        kind,
                        order.cause(kind),
                        order.eventId(),
                        order.orderId(),
                        order.userId(),
                        facts,
                        state,
                        leasedUntil)
                .update();
    }

    /** The text, HTML and attachments of a mail: multipart/alternative inside multipart/mixed. */
    public static Parts parts(MimeMessage mail) throws Exception {
        assertThat(mail.getContentType()).startsWith("multipart/mixed");
        var whole = (Multipart) mail.getContent();
        assertThat(whole.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        var words = (Multipart) whole.getBodyPart(0).getContent();
        assertThat(words.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(words.getBodyPart(1).getContentType()).startsWith("text/html");
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 1; i < whole.getCount(); i++) {
            var part = whole.getBodyPart(i);
            assertThat(part.getDisposition()).isEqualTo("attachment");
            assertThat(part.getContentType()).startsWith("application/pdf");
            files.put(part.getFileName(), part.getInputStream().readAllBytes());
        }
        return new Parts(
                words.getBodyPart(0).getContent().toString(),
                words.getBodyPart(1).getContent().toString(),
                files);
    }

    public record Parts(String text, String html, Map<String, byte[]> files) {}

    public static @Nullable String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.boxoffice.notification;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.boxoffice.notification.Fleet.Order;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
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
    public List<MimeMessage> of(Order order) {
        return Arrays.stream(mailbox.getReceivedMessages())
                .filter(mail -> order.cause().equals(header(mail, "X-Boxoffice-Cause")))
                .toList();
    }

    public String state(Order order) {
        return jdbc.sql("SELECT state FROM deliveries WHERE cause = ?")
                .param(order.cause())
                .query(String.class)
                .optional()
                .map(String::valueOf)
                .orElse("NONE");
    }

    public String reason(Order order) {
        return jdbc.sql("SELECT coalesce(reason, '') FROM deliveries WHERE cause = ?")
                .param(order.cause())
                .query(String.class)
                .single();
    }

    public int attempts(Order order) {
        return jdbc.sql("SELECT coalesce(max(attempts), 0) FROM deliveries WHERE cause = ?")
                .param(order.cause())
                .query(Integer.class)
                .single();
    }

    public void awaitState(Order order, String state) {
        await().until(() -> state(order).equals(state));
    }

    /** A row as a process that died has left it. */
    public void leftBehind(Order order, String state, String leasedUntil) {
        jdbc.sql("INSERT INTO deliveries (cause, event_id, order_id, state, attempts, lease, leased_until)"
                        + " VALUES (?, ?, ?, ?, 1, gen_random_uuid(), clock_timestamp() + ?::interval)")
                .params(order.cause(), order.eventId(), order.orderId(), state, leasedUntil)
                .update();
    }

    public static String header(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, null);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

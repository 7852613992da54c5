package io.boxoffice.notification.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.InstantSource;
import java.util.Date;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The SMTP server of {@code spring.mail.*}. */
@Component
public class SmtpServer {
    private final JavaMailSenderImpl settings;
    private final MessageIds messageIds;
    private final InstantSource clock;

    SmtpServer(JavaMailSenderImpl settings, MessageIds messageIds, InstantSource clock) {
        this.settings = settings;
        this.messageIds = messageIds;
        this.clock = clock;
    }

    Transport connect() throws MessagingException {
        var transport = settings.getSession().getTransport(Objects.requireNonNullElse(settings.getProtocol(), "smtp"));
        transport.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
        return transport;
    }

    OutgoingMessage message(Email email, BooleanSupplier beforeTheDot) throws MessagingException {
        return new OutgoingMessage(
                settings.getSession(),
                email,
                messageIds.from(),
                messageIds.of(email.cause()),
                Date.from(clock.instant()),
                beforeTheDot);
    }
}

package io.boxoffice.notification.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker's connection, opened when needed, kept from message to message, and given up after any failure. */
public final class SmtpConnection implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SmtpConnection.class);
    private final SmtpServer server;
    private @Nullable Transport transport;

    public SmtpConnection(SmtpServer server) {
        this.server = server;
    }

    /** Whether the server answers, on this connection or a new one. */
    public boolean open() {
        if (transport != null && transport.isConnected()) {
            return true;
        }
        close();
        try {
            transport = server.connect();
            return true;
        } catch (MessagingException e) {
            log.atWarn().addKeyValue("failure", e.getClass().getSimpleName()).log("SMTP server away");
            return false;
        }
    }

    /**
     * Sends one message.
     *
     * @param beforeTheDot commits that the server may have the message from now on; false if it must not be sent after all
     */
    public SendOutcome send(Email email, BooleanSupplier beforeTheDot) {
        var open = transport;
        if (open == null) {
            return new SendOutcome.NotNow("smtp-away");
        }
        OutgoingMessage message;
        try {
            message = server.message(email, beforeTheDot);
        } catch (AddressException _) {
            return new SendOutcome.Never("address-invalid");
        } catch (MessagingException e) {
            return new SendOutcome.Never(e.getClass().getSimpleName());
        }
        try {
            open.sendMessage(message, message.getAllRecipients());
            return new SendOutcome.Accepted();
        } catch (MessagingException | RuntimeException e) {
            close();
            return SmtpAnswers.outcome(e, message.complete());
        }
    }

    @Override
    public void close() {
        var closing = transport;
        transport = null;
        if (closing != null) {
            try {
                closing.close();
            } catch (MessagingException _) {
                log.atDebug().log("SMTP connection was gone already");
            }
        }
    }
}

package io.boxoffice.fleet.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * GreenMail's SMTP server, with our mailbox behind it in place of its own, which lives in memory. GreenMail says 250
 * after {@code send} has returned and 451 when it throws, so storing there is what makes 250 a promise.
 */
final class SmtpIntake implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SmtpIntake.class);
    private static final long START_TIMEOUT_MS = 5_000;

    private final SmtpServer server;

    SmtpIntake(int port, Mailbox mailbox) {
        this.server = new SmtpServer(
                new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new MailboxManagers(mailbox));
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void start() {
        server.startService();
        try {
            if (!server.waitTillRunning(START_TIMEOUT_MS)) {
                throw new IllegalStateException("SMTP cannot listen on port " + server.getPort());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        log.atInfo().addKeyValue("port", server.getPort()).log("SMTP is listening");
    }

    @Override
    public void stop() {
        server.stopService();
    }

    /** After the mailbox is open, before the web server says that the process is ready. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    private static final class MailboxManagers extends Managers {
        private final SmtpManager intake;

        MailboxManagers(Mailbox mailbox) {
            this.intake = new MailboxManager(this, mailbox);
        }

        @Override
        public SmtpManager getSmtpManager() {
            return intake;
        }
    }

    private static final class MailboxManager extends SmtpManager {
        private final Mailbox mailbox;

        MailboxManager(Managers managers, Mailbox mailbox) {
            super(managers.getImapHostManager(), managers.getUserManager());
            this.mailbox = mailbox;
        }

        /** Not synchronized like the one it replaces: mails that come at once share a flush of the disk. */
        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public void send(SmtpState state) {
            var envelope = state.getMessage();
            var raw = new ByteArrayOutputStream();
            try {
                envelope.getMessage().writeTo(raw);
                mailbox.accept(
                        raw.toByteArray(),
                        envelope.getToAddresses().stream()
                                .map(MailAddress::getEmail)
                                .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalArgumentException("not a mail", e);
            }
        }
    }
}

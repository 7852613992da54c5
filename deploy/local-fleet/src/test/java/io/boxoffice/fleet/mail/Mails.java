package io.boxoffice.fleet.mail;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;

/** Mails as the platform writes them: text, HTML and an attachment. */
final class Mails {
    private Mails() {}

    static void send(int port, String to, String subject, String cause, String line) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", String.valueOf(port));
        var message = new Mail(Session.getInstance(settings), "<" + cause + "@boxoffice.test>");
        message.setFrom(new InternetAddress("tickets@boxoffice.test", "Boxoffice"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setHeader("X-Boxoffice-Cause", cause);
        var text = new MimeBodyPart();
        text.setText("Here you are:\n" + line + "\n", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent("<p><b>Here</b> you are</p>", "text/html; charset=UTF-8");
        var alternatives = new MimeMultipart("alternative", text, html);
        var body = new MimeBodyPart();
        body.setContent(alternatives);
        var attachment = new MimeBodyPart();
        attachment.setContent("%PDF", "text/plain");
        attachment.setFileName("tickets.txt");
        attachment.setDisposition(MimeBodyPart.ATTACHMENT);
        message.setContent(new MimeMultipart("mixed", body, attachment));
        Transport.send(message);
    }

    /** A message with an id of our own choice. */
    private static final class Mail extends MimeMessage {
        private final String id;

        Mail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws jakarta.mail.MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

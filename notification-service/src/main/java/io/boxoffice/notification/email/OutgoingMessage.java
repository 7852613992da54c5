package io.boxoffice.notification.email;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Date;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A message that says when it is about to be complete. The transport writes the dot that lets the server accept only after
 * {@link #writeTo} has returned, so what the hook commits is written down before the server can have the message; and if the
 * hook says no, the connection is dropped without that dot.
 */
final class OutgoingMessage extends MimeMessage {
    private static final String UTF_8 = "UTF-8";
    private final String messageId;
    private final BooleanSupplier beforeTheDot;
    private boolean complete;

    OutgoingMessage(
            Session session,
            Email email,
            InternetAddress from,
            String messageId,
            Date date,
            BooleanSupplier beforeTheDot)
            throws MessagingException {
        super(session);
        this.messageId = messageId;
        this.beforeTheDot = beforeTheDot;
        setFrom(from);
        setRecipient(Message.RecipientType.TO, new InternetAddress(email.to(), true));
        setSubject(email.subject(), UTF_8);
        setSentDate(date);
        setHeader("X-Boxoffice-Cause", email.cause());
        setHeader("Auto-Submitted", "auto-generated");
        if (email.unsubscribe() != null) {
            setHeader("List-Unsubscribe", "<" + email.unsubscribe() + ">");
        }
        setContent(content(email));
        saveChanges();
    }

    private static Multipart content(Email email) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(email.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(email.html(), UTF_8, "html");
        var words = new MimeBodyPart();
        words.setContent(new MimeMultipart("alternative", text, html));
        var whole = new MimeMultipart("mixed", words);
        for (var attachment : email.attachments()) {
            whole.addBodyPart(part(attachment));
        }
        return whole;
    }

    private static MimeBodyPart part(Attachment attachment) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.mediaType())));
        part.setFileName(attachment.name());
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    /** Whether the hook has agreed: from then on the server may have the message. */
    boolean complete() {
        return complete;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        if (!agreed()) {
            throw new IOException("no longer ours to send");
        }
        complete = true;
    }

    /** An IOException is what makes the transport drop the connection; any other would leave it waiting for the dot. */
    private boolean agreed() throws IOException {
        try {
            return beforeTheDot.getAsBoolean();
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }
}

package io.boxoffice.notification.email;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Reads a failure: a reply code is a definite no; without one it depends on whether the message was complete. */
final class SmtpAnswers {
    private SmtpAnswers() {}

    static SendOutcome outcome(Exception failure, boolean complete) {
        int code = replyCode(failure);
        if (code >= 500 && code <= 599) {
            return new SendOutcome.Never("smtp-" + code);
        }
        if (code >= 400 && code <= 499) {
            return new SendOutcome.NotNow("smtp-" + code);
        }
        return complete
                ? new SendOutcome.Unknown("answer-lost")
                : new SendOutcome.NotNow(failure.getClass().getSimpleName());
    }

    /** The refusal of the recipient explains more than that of the message around it, so the innermost code counts. */
    private static int replyCode(Exception failure) {
        int code = 0;
        @Nullable Exception next = failure;
        while (next != null) {
            int own = switch (next) {
                case SMTPSendFailedException refused -> refused.getReturnCode();
                case SMTPAddressFailedException refused -> refused.getReturnCode();
                case SMTPSenderFailedException refused -> refused.getReturnCode();
                default -> 0;
            };
            code = own > 0 ? own : code;
            next = next instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return code;
    }
}

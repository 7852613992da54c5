package io.boxoffice.notification.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.stereotype.Component;

/** Message-IDs made from the cause alone, so that the mail log can be asked for one after a crash. */
@Component
public class MessageIds {
    private final InternetAddress from;

    MessageIds(EmailProperties properties) {
        try {
            from = new InternetAddress(properties.from(), true);
        } catch (AddressException e) {
            throw new IllegalStateException("notification.from is not an address", e);
        }
    }

    InternetAddress from() {
        return from;
    }

    /** Without angle brackets. */
    public String of(String cause) {
        var address = from.getAddress();
        return cause.replace(':', '.') + address.substring(address.lastIndexOf('@'));
    }
}

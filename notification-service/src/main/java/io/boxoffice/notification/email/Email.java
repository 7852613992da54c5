package io.boxoffice.notification.email;

/** One message. Its address is here and nowhere else; do not log it. */
public record Email(String cause, String to, String subject, String text, String html) {

    @Override
    public String toString() {
        return "Email[" + cause + "]";
    }
}

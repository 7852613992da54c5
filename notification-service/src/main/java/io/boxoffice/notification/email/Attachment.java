package io.boxoffice.notification.email;

/** A file that goes with a message; whoever makes one gives its bytes away. */
@SuppressWarnings("ArrayRecordComponent")
public record Attachment(String name, String mediaType, byte[] bytes) {

    @Override
    public String toString() {
        return "Attachment[" + name + ", " + bytes.length + " bytes]";
    }
}

package io.boxoffice.fleet.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads a message that came in, forgiving what senders get wrong. */
final class ParsedMail {
    private static final Session SESSION = Session.getInstance(new Properties());

    private final MimeMessage message;
    private final List<Part> parts = new ArrayList<>();

    ParsedMail(byte[] raw) {
        try {
            message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            collect(message, "");
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Part> parts() {
        return parts;
    }

    String text() {
        return firstText("text/plain");
    }

    String html() {
        return firstText("text/html");
    }

    String header(String name) {
        try {
            var value = message.getHeader(name, null);
            return value == null ? "" : decoded(value);
        } catch (MessagingException e) {
            return "";
        }
    }

    List<Address> addresses(String header) {
        try {
            var value = message.getHeader(header, ",");
            if (value == null) {
                return List.of();
            }
            return Arrays.stream(InternetAddress.parseHeader(value, false))
                    .map(ParsedMail::address)
                    .toList();
        } catch (MessagingException e) {
            return List.of();
        }
    }

    /** Header names as Go writes them, which is what Mailpit's clients are used to. */
    Map<String, List<String>> headers() throws MessagingException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(canonical(header.getName()), name -> new ArrayList<>())
                    .add(decoded(header.getValue()));
        }
        return headers;
    }

    private String firstText(String type) {
        return parts.stream()
                .filter(part -> part.isText(type))
                .findFirst()
                .map(Part::text)
                .orElse("");
    }

    private void collect(MimePart part, String id) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && collectChildren(part, id)) {
            return;
        }
        var type = contentType(part.getContentType());
        parts.add(new Part(
                id.isEmpty() ? "1" : id,
                type == null ? "text/plain" : type.getBaseType().toLowerCase(Locale.ROOT),
                type == null ? null : MimeUtility.javaCharset(type.getParameter("charset")),
                part.getFileName() == null ? null : decoded(part.getFileName()),
                part.getContentID() == null ? null : part.getContentID().replaceAll("[<>]", ""),
                "attachment".equalsIgnoreCase(part.getDisposition()),
                content(part)));
    }

    /** False when the parts cannot be told apart; then the whole is shown as text. */
    private boolean collectChildren(MimePart part, String id) throws IOException {
        int before = parts.size();
        try {
            if (!(part.getContent() instanceof Multipart many)) {
                return false;
            }
            for (int i = 0; i < many.getCount(); i++) {
                if (many.getBodyPart(i) instanceof MimeBodyPart child) {
                    collect(child, id.isEmpty() ? String.valueOf(i + 1) : id + "." + (i + 1));
                }
            }
            return true;
        } catch (MessagingException e) {
            parts.subList(before, parts.size()).clear();
            return false;
        }
    }

    private static byte[] content(MimePart part) throws MessagingException, IOException {
        try (var content = part.getInputStream()) {
            return content.readAllBytes();
        } catch (MessagingException | IOException badlyEncoded) {
            try (var raw = part instanceof MimeMessage whole
                    ? whole.getRawInputStream()
                    : ((MimeBodyPart) part).getRawInputStream()) {
                return raw.readAllBytes();
            }
        }
    }

    /** None for what cannot be read and for a leaf that claims to have parts. */
    private static @Nullable ContentType contentType(String value) {
        try {
            var type = new ContentType(value);
            return type.getPrimaryType().equalsIgnoreCase("multipart") ? null : type;
        } catch (ParseException e) {
            return null;
        }
    }

    private static Address address(InternetAddress address) {
        var name = address.getPersonal();
        return new Address(name == null ? "" : name, address.getAddress() == null ? "" : address.getAddress());
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    private static String canonical(String name) {
        var canonical = new StringBuilder(name.length());
        boolean upper = true;
        for (char letter : name.toCharArray()) {
            canonical.append(upper ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
            upper = letter == '-';
        }
        return canonical.toString();
    }
}

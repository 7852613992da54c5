package io.boxoffice.notification.letter;

/** What a letter says, without its envelope. */
record Words(String subject, String text, String html) {}

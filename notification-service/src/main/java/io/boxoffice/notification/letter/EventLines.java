package io.boxoffice.notification.letter;

/**
 * The event at the head of a letter.
 *
 * @param when the date it has, or was to have when {@code dateOpen}
 */
record EventLines(String name, String venue, String when, boolean dateOpen) {}

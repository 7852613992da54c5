package io.boxoffice.waitingroom.estimate;

/** Reads what {@code estimate/look.lua} and {@code estimate/turn.lua} note. */
final class Notes {
    private static final int READING_FIELDS = 11;
    private static final int TURN_FIELDS = 4;

    private Notes() {}

    /** Takes one fan's turn. */
    interface Turn {
        void came(Told told, long atMillis, long admitted);
    }

    static Reading reading(String note) {
        var fields = note.split(" ", READING_FIELDS);
        return new Reading(
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]),
                Long.parseLong(fields[5]),
                Long.parseLong(fields[6]),
                Double.parseDouble(fields[7]),
                Double.parseDouble(fields[8]),
                Long.parseLong(fields[9]),
                Long.parseLong(fields[10]));
    }

    static void turn(String note, Turn turn) {
        var fields = note.split(" ", TURN_FIELDS);
        turn.came(Told.read(fields[3]), Long.parseLong(fields[1]), Long.parseLong(fields[2]));
    }
}

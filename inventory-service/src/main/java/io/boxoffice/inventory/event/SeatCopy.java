package io.boxoffice.inventory.event;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a stadium of seats in one COPY, on the connection of the transaction under way. */
final class SeatCopy {
    private static final String COPY = "COPY seats"
            + " (seat_id, event_id, section, \"row\", seat_number, price, position, x, y, flags) FROM STDIN";
    private static final int CHARS_PER_SEAT = 160;

    private SeatCopy() {}

    static void write(DataSource shard, UUID event, List<SeatPlan.Seat> seats) {
        var text = new StringBuilder(seats.size() * CHARS_PER_SEAT);
        for (var seat : seats) {
            text.append(seat.seatId()).append('\t').append(event).append('\t');
            escape(text, seat.section()).append('\t');
            escape(text, seat.row()).append('\t');
            text.append(seat.number())
                    .append('\t')
                    .append(seat.price().toPlainString())
                    .append('\t')
                    .append(seat.position())
                    .append('\t')
                    .append(seat.x())
                    .append('\t')
                    .append(seat.y())
                    .append('\t')
                    .append(seat.flags())
                    .append('\n');
        }
        new JdbcTemplate(shard).<Long>execute((java.sql.Connection connection) -> copy(connection, text.toString()));
    }

    private static Long copy(java.sql.Connection connection, String text) throws SQLException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(text));
        } catch (IOException e) {
            throw new DataAccessResourceFailureException("copy interrupted", e);
        }
    }

    /** The text format's own escapes: names of sections are free text. */
    private static StringBuilder escape(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return text;
    }
}

package io.boxoffice.inventory.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a stadium of seats in one COPY, piece by piece, on the connection of the transaction under way. */
final class SeatCopy {
    private static final String COPY = "COPY seats"
            + " (seat_id, event_id, section, \"row\", seat_number, price, position, x, y, flags) FROM STDIN";
    private static final int PIECE = 1 << 16;

    private SeatCopy() {}

    static void write(DataSource shard, UUID event, List<SeatPlan.Seat> seats) {
        new JdbcTemplate(shard).execute((ConnectionCallback<Long>) connection -> copy(connection, event, seats));
    }

    private static Long copy(Connection connection, UUID event, List<SeatPlan.Seat> seats) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            var text = new StringBuilder(PIECE + PIECE / 2);
            for (var seat : seats) {
                write(text, event, seat);
                if (text.length() >= PIECE) {
                    send(text, copy);
                }
            }
            send(text, copy);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(StringBuilder text, CopyIn copy) throws SQLException {
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private static void write(StringBuilder text, UUID event, SeatPlan.Seat seat) {
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

package io.boxoffice.inventory.move;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statements by which the rows of one table come over: out of the source, into a temporary table of the target, from there
 * first over the rows that are there, then beside them. In that order what has ended makes room for what began since, as the
 * unique indexes ask for.
 *
 * @param columns that both ends have
 * @param generated columns that the target fills by itself, in the order of the source
 * @param dated whether the source says of each row, and has an index of it, which transaction wrote it
 */
record CopiedTable(MovedTable table, List<String> columns, List<String> generated, boolean dated) {

    /**
     * How far a pass saw.
     *
     * @param transaction the oldest that was still under way
     * @param at by the source's clock
     */
    record Mark(String transaction, String at) {}

    private String staged() {
        return "copy_" + table.name();
    }

    String stage() {
        return "CREATE TEMP TABLE IF NOT EXISTS %s ON COMMIT DELETE ROWS AS SELECT %s FROM %s t WITH NO DATA"
                .formatted(staged(), list(columns, "t."), table.name());
    }

    /** The event's rows, or those written since. */
    String out(UUID event, @Nullable Mark since) {
        return "COPY (SELECT %s FROM %s WHERE %s%s) TO STDOUT (FORMAT binary)"
                .formatted(
                        list(columns, "t."), table.from(), table.scopeOf(event), since == null ? "" : written(since));
    }

    private String written(Mark since) {
        if (dated) {
            return " AND t.xid >= '%s'".formatted(since.transaction());
        }
        var recent = table.recent() == null ? "" : " AND " + table.recent().formatted(since.at());
        return " AND age(%s.xmin) <= age('%s'::xid8::xid)%s".formatted(table.changed(), since.transaction(), recent);
    }

    String in() {
        return "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(staged(), list(columns, ""));
    }

    /** Over the rows that are there; nothing where a row never changes. */
    @Nullable
    String update() {
        var values = columns.stream()
                .filter(column -> !table.key().contains(column) && !generated.contains(column))
                .map(column -> "%1$s = s.%1$s".formatted(quoted(column)))
                .collect(Collectors.joining(", "));
        return values.isEmpty()
                ? null
                : "UPDATE %s t SET %s FROM %s s WHERE %s"
                        .formatted(
                                table.name(),
                                values,
                                staged(),
                                table.key().stream()
                                        .map(column -> "t.%1$s = s.%1$s".formatted(quoted(column)))
                                        .collect(Collectors.joining(" AND ")));
    }

    String insert() {
        var own = columns.stream().filter(column -> !generated.contains(column)).toList();
        return "INSERT INTO %s (%s) SELECT %s FROM %s s%s%s"
                .formatted(
                        table.name(),
                        list(own, ""),
                        list(own, "s."),
                        staged(),
                        generated.isEmpty() ? "" : " ORDER BY " + list(generated, "s."),
                        table.key().isEmpty() ? "" : " ON CONFLICT (" + list(table.key(), "") + ") DO NOTHING");
    }

    private static String list(List<String> columns, String prefix) {
        return columns.stream().map(column -> prefix + quoted(column)).collect(Collectors.joining(", "));
    }

    private static String quoted(String column) {
        return '"' + column + '"';
    }
}

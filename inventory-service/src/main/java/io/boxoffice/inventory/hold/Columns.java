package io.boxoffice.inventory.hold;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Fills the parameters of a statement in their order with arrays: one for each column of the rows it is about. */
final class Columns {
    private final Connection connection;
    private final PreparedStatement statement;
    private int parameters;

    Columns(PreparedStatement statement) throws SQLException {
        this.connection = statement.getConnection();
        this.statement = statement;
    }

    <T> Columns uuids(List<T> rows, Function<T, @Nullable UUID> value) throws SQLException {
        return add("uuid", rows.stream().map(value).toArray(UUID[]::new));
    }

    <T> Columns texts(List<T> rows, Function<T, @Nullable String> value) throws SQLException {
        return add("text", rows.stream().map(value).toArray(String[]::new));
    }

    <T> Columns ints(List<T> rows, ToIntFunction<T> value) throws SQLException {
        return add("int4", rows.stream().mapToInt(value).boxed().toArray(Integer[]::new));
    }

    /** As {@code bigint}, which is what {@code WITH ORDINALITY} and {@code count} speak. */
    <T> Columns longs(List<T> rows, ToIntFunction<T> value) throws SQLException {
        return add(
                "int8",
                rows.stream().mapToLong(row -> value.applyAsInt(row)).boxed().toArray(Long[]::new));
    }

    /** Of any other type that arrays may have. */
    Columns add(String type, @Nullable Object[] values) throws SQLException {
        statement.setArray(++parameters, connection.createArrayOf(type, values));
        return this;
    }

    /** One value for all rows. */
    Columns add(Object value) throws SQLException {
        statement.setObject(++parameters, value);
        return this;
    }
}

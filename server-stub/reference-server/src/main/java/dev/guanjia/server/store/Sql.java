package dev.guanjia.server.store;

import dev.guanjia.money.Rational;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values as the driver wants them. */
final class Sql {

    private Sql() {}

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Of a charge {@code c}: it was not reversed. Whatever asks what is charged asks this. */
    static final String STANDS =
            """
            not exists (select 1 from charge_reversal v
                where v.tenant = c.tenant and v.charge_id = c.id)
            """;

    /** A {@code text[]}, for {@code = any(cast(:ids as text[]))} and {@code unnest}. */
    static <T> @Nullable String[] array(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** The texts of a {@code text[]} that has no nulls. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** A number with the decimals it was given with. */
    static String decimal(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column).toPlainString();
    }

    static Rational rational(String decimal) {
        return Rational.from(new BigDecimal(decimal));
    }
}

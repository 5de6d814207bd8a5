package dev.guanjia.server.store;

import dev.guanjia.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads lists for files, some rows at a time. */
@Repository
public class ListingStore {

    private static final String MINOR = "_minor";
    private static final String HIDDEN = "_";

    private final JdbcClient db;

    ListingStore(JdbcClient db) {
        this.db = db;
    }

    /** What stands in a cell. */
    public sealed interface Cell {}

    /**
     * A text.
     *
     * @param text null for nothing
     */
    public record Text(@Nullable String text) implements Cell {}

    /**
     * A day.
     *
     * @param day null for nothing
     */
    public record Day(@Nullable LocalDate day) implements Cell {}

    /**
     * An amount.
     *
     * @param money how much
     */
    public record Amount(Money money) implements Cell {}

    /**
     * A number with the decimals it was given with.
     *
     * @param number which
     */
    public record Decimal(BigDecimal number) implements Cell {}

    /**
     * Some rows.
     *
     * @param columns what the columns are called
     * @param rows the cells of each
     * @param last the key of the last row; empty if there is no row
     */
    public record Some(List<String> columns, List<List<Cell>> rows, List<String> last) {}

    /**
     * Reads some rows.
     *
     * @param tenant the company
     * @param listing which list
     * @param values what the statement asks for beside the tenant
     * @param after the key of the last row read; the first of the listing to begin
     * @param fetch how many at most
     * @return in the order of the list
     */
    public Some read(
            String tenant, Listing listing, Map<String, ?> values, List<String> after, int fetch) {
        JdbcClient.StatementSpec query =
                db.sql(listing.sql()).param("tenant", tenant).params(values).param("fetch", fetch);
        for (int part = 0; part < after.size(); part++) {
            query = query.param("k" + (part + 1), after.get(part));
        }
        ResultSetExtractor<Some> all = rows -> some(rows, after.size());
        return Objects.requireNonNull(query.query(all));
    }

    private static Some some(ResultSet rows, int parts) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<Integer> shown = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            String label = meta.getColumnLabel(column);
            if (!label.startsWith(HIDDEN)) {
                shown.add(column);
                columns.add(isAmount(label) ? withoutMinor(label) : label);
            }
        }
        List<List<Cell>> cells = new ArrayList<>();
        List<String> last = List.of();
        while (rows.next()) {
            List<Cell> row = new ArrayList<>();
            for (int column : shown) {
                row.add(cell(rows, meta, column));
            }
            cells.add(row);
            last = key(rows, parts);
        }
        return new Some(columns, cells, last);
    }

    private static List<String> key(ResultSet row, int parts) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int part = 1; part <= parts; part++) {
            key.add(row.getString(HIDDEN + part));
        }
        return key;
    }

    private static boolean isAmount(String label) {
        return label.endsWith(MINOR);
    }

    private static String withoutMinor(String label) {
        return label.substring(0, label.length() - MINOR.length());
    }

    private static Cell cell(ResultSet row, ResultSetMetaData meta, int column)
            throws SQLException {
        String label = meta.getColumnLabel(column);
        if (isAmount(label)) {
            BigDecimal minor = row.getBigDecimal(column);
            return minor == null
                    ? new Text(null)
                    : new Amount(money(row.getString("_currency"), minor));
        }
        return switch (meta.getColumnType(column)) {
            case Types.DATE -> new Day(row.getObject(column, LocalDate.class));
            case Types.NUMERIC -> new Decimal(row.getBigDecimal(column));
            default -> new Text(row.getString(column));
        };
    }

    private static Money money(String currency, BigDecimal minor) {
        return new Money(Currency.getInstance(currency), minor.longValueExact());
    }
}

package dev.guanjia.server.store;

import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code rule_table}. */
@Repository
public class RuleTableStore {

    private static final String INSERT =
            """
            insert into rule_table (tenant, id, catalogue, from_day, rows, source, recorded_by,
                recorded_at)
            values (:tenant, :id, :catalogue, :from, :rows, :source, :by, :at)
            on conflict (catalogue, from_day, tenant) do nothing
            """;
    private static final String SELECT =
            """
            select id, catalogue, from_day, rows, source, recorded_at
            from rule_table where tenant = :tenant
            """;
    private static final String ON =
            SELECT
                    + """
                     and catalogue = :catalogue and from_day <= :day
                    order by from_day desc limit 1
                    """;
    private static final String ALL = SELECT + " and catalogue = :catalogue order by from_day";
    private static final String LIST =
            SELECT
                    + """
                     and (catalogue, from_day) > (:catalogue, :from)
                    order by catalogue, from_day limit :fetch
                    """;
    private static final List<String> FIRST = List.of("", "0001-01-01");

    private final JdbcClient db;

    RuleTableStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Rows of a company's own.
     *
     * @param id their name
     * @param catalogue the table of the product that they change
     * @param from the first day
     * @param rows CSV with a header
     * @param source what allows them
     * @param recordedAt when they were stored
     */
    public record TableRow(
            String id,
            String catalogue,
            LocalDate from,
            String rows,
            String source,
            Instant recordedAt) {}

    /**
     * Adds rows.
     *
     * @param tenant the company
     * @param row the rows
     * @param by who set them
     * @return false if others for that table begin on that day
     */
    public boolean add(String tenant, TableRow row, String by) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("catalogue", row.catalogue())
                        .param("from", row.from())
                        .param("rows", row.rows())
                        .param("source", row.source())
                        .param("by", by)
                        .param("at", Sql.at(row.recordedAt()))
                        .update()
                == 1;
    }

    /**
     * The rows of a day.
     *
     * @param tenant the company
     * @param catalogue the table of the product
     * @param day which
     * @return empty before the first ones
     */
    public Optional<TableRow> on(String tenant, String catalogue, LocalDate day) {
        return db.sql(ON)
                .param("tenant", tenant)
                .param("catalogue", catalogue)
                .param("day", day)
                .query(RuleTableStore::row)
                .optional();
    }

    /**
     * Reads all rows for a table.
     *
     * @param tenant the company
     * @param catalogue the table of the product
     * @return by first day
     */
    public List<TableRow> all(String tenant, String catalogue) {
        return db.sql(ALL)
                .param("tenant", tenant)
                .param("catalogue", catalogue)
                .query(RuleTableStore::row)
                .list();
    }

    /**
     * Lists rows by table and first day.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<TableRow> list(String tenant, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("catalogue", after.get(0))
                        .param("from", PageRequest.day(after.get(1)))
                        .param("fetch", request.fetch())
                        .query(RuleTableStore::row)
                        .list(),
                request,
                row -> PageRequest.join(row.catalogue(), row.from().toString()));
    }

    private static TableRow row(ResultSet row, int index) throws SQLException {
        return new TableRow(
                row.getString("id"),
                row.getString("catalogue"),
                row.getObject("from_day", LocalDate.class),
                row.getString("rows"),
                row.getString("source"),
                Sql.instant(row, "recorded_at"));
    }
}

package dev.guanjia.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code duty_overlay}: a company's own duties. Rows are only ever added. */
@Repository
public class DutyOverlayStore {

    /** The columns of the catalogue that a row fills, besides its operation and first day. */
    public static final List<String> CELLS =
            List.of("zh", "en", "posts", "cadence", "deadline", "evidence", "approver");

    private static final String INSERT =
            """
            insert into duty_overlay (tenant, op, duty_id, zh, en, posts, cadence, deadline,
                evidence, approver, from_day, source, recorded_at)
            values (:tenant, :op, :duty, :zh, :en, :posts, :cadence, :deadline,
                :evidence, :approver, :from, :source, :at)
            """;
    private static final String SELECT =
            """
            select op, duty_id, zh, en, posts, cadence, deadline, evidence, approver, from_day,
                source
            from duty_overlay where tenant = :tenant order by seq
            """;

    /** Rows are added in single file, so that the last number names what they say. */
    private static final String STATE =
            """
            select coalesce(max(seq), 0) from duty_overlay where tenant = :tenant
            """;

    private final JdbcClient db;

    DutyOverlayStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A row of a company's own.
     *
     * @param op {@code add}, {@code change} or {@code retire}
     * @param dutyId the duty
     * @param cells by column of {@link #CELLS}; empty text where there is none
     * @param from the first day
     * @param source where it comes from
     */
    public record OverlayRow(
            String op, String dutyId, Map<String, String> cells, LocalDate from, String source) {
        /** Copies the cells. */
        public OverlayRow {
            cells = Map.copyOf(cells);
        }
    }

    /**
     * Adds a row.
     *
     * @param tenant the company
     * @param row the row
     * @param at when
     */
    public void add(String tenant, OverlayRow row, Instant at) {
        JdbcClient.StatementSpec insert = db.sql(INSERT);
        for (String cell : CELLS) {
            insert = insert.param(cell, row.cells().getOrDefault(cell, ""));
        }
        insert.param("tenant", tenant)
                .param("op", row.op())
                .param("duty", row.dutyId())
                .param("from", row.from())
                .param("source", row.source())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Every row of a company.
     *
     * @param tenant the company
     * @return in the order in which they apply
     */
    public List<OverlayRow> all(String tenant) {
        return db.sql(SELECT)
                .param("tenant", tenant)
                .query(
                        (row, index) ->
                                new OverlayRow(
                                        row.getString("op"),
                                        row.getString("duty_id"),
                                        cells(row),
                                        row.getObject("from_day", LocalDate.class),
                                        row.getString("source")))
                .list();
    }

    /**
     * Names the state of a company's rows.
     *
     * @param tenant the company
     * @return another number after every row that is added
     */
    public long state(String tenant) {
        return db.sql(STATE).param("tenant", tenant).query(Long.class).single();
    }

    private static Map<String, String> cells(ResultSet row) throws SQLException {
        Map<String, String> cells = new TreeMap<>();
        for (String cell : CELLS) {
            cells.put(cell, row.getString(cell));
        }
        return cells;
    }
}

package dev.guanjia.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a company says about when duties come round: intervals, shifts, limits and its policy. */
@Repository
public class DutyRhythmStore {

    private static final String LOCK =
            """
            insert into duty_policy (tenant) values (:tenant)
            on conflict (tenant) do update set tenant = excluded.tenant
            """;
    private static final String POLICY =
            """
            select working_day_rule, strictly_before, week_end, biweekly_anchor, setup_on, version
            from duty_policy where tenant = :tenant
            """;
    private static final String UPDATE_POLICY =
            """
            update duty_policy set working_day_rule = :rule, strictly_before = :strictly,
                week_end = :end, biweekly_anchor = :anchor, setup_on = :setup, version = :version
            where tenant = :tenant
            """;
    private static final String ADD_INTERVAL =
            """
            insert into duty_interval (tenant, id, duty_id, every, from_day)
            values (:tenant, :id, :duty, :every, :from) on conflict do nothing
            """;
    private static final String INTERVALS =
            """
            select id, duty_id, every, from_day from duty_interval
            where tenant = :tenant order by duty_id, from_day
            """;
    private static final String ADD_SHIFT =
            """
            insert into duty_shift
                (tenant, id, zh, en, begins, minutes, days, posts, from_day)
            values (:tenant, :id, :zh, :en, :begins, :minutes, cast(:days as text[]),
                cast(:posts as text[]), :from)
            on conflict do nothing
            """;
    private static final String SHIFTS =
            """
            select id, zh, en, begins, minutes, days, posts, from_day,
                lead(from_day) over (partition by id order by from_day) as to_day
            from duty_shift where tenant = :tenant order by id, from_day
            """;
    private static final String ADD_ALLOWANCE =
            """
            insert into duty_allowance (tenant, word, allowance, from_day)
            values (:tenant, :word, :allowance, :from)
            on conflict (tenant, word, from_day) do nothing
            """;
    private static final String ALLOWANCES =
            """
            select word, allowance, from_day from duty_allowance
            where tenant = :tenant order by word, from_day
            """;

    private final JdbcClient db;

    DutyRhythmStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * How times are read.
     *
     * @param rule where a due day goes that is not worked
     * @param strictlyBefore whether "by day N" means before it
     * @param weekEnd the last day of a week
     * @param anchor a Monday on which a fortnight begins
     * @param setupOn the day on which the company began to set up; null while it is not said
     * @param version counted from 1
     */
    public record PolicyRow(
            String rule,
            boolean strictlyBefore,
            String weekEnd,
            LocalDate anchor,
            @Nullable LocalDate setupOn,
            long version) {

        /** What holds where a company says nothing. */
        public static final PolicyRow PLAIN =
                new PolicyRow("KEEP", false, "SUNDAY", LocalDate.of(2007, 1, 1), null, 1);
    }

    /**
     * How often a periodic duty comes round.
     *
     * @param id the row
     * @param dutyId the duty
     * @param every such as {@code P3M}
     * @param from the first day
     */
    public record IntervalRow(String id, String dutyId, String every, LocalDate from) {}

    /**
     * What a shift is called.
     *
     * @param id its key
     * @param zh in Chinese
     * @param en in English
     */
    public record Named(String id, String zh, String en) {}

    /**
     * A shift from a day on.
     *
     * @param name what it is called
     * @param begins the time of day
     * @param minutes how long it lasts
     * @param days the weekdays on which it begins
     * @param posts the posts that work it
     * @param from the first day
     * @param to the day on which a later row takes its place; null while none does
     */
    public record ShiftRow(
            Named name,
            LocalTime begins,
            int minutes,
            List<String> days,
            List<String> posts,
            LocalDate from,
            @Nullable LocalDate to) {

        /** Whether it holds on a day. */
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /**
     * The limit of a word from a day on.
     *
     * @param word the word
     * @param allowance such as {@code PT30M}
     * @param from the first day
     */
    public record AllowanceRow(String word, String allowance, LocalDate from) {}

    /** Waits for others who change a company's duties; until the transaction ends. */
    public void lock(String tenant) {
        db.sql(LOCK).param("tenant", tenant).update();
    }

    /** How a company reads times. */
    public PolicyRow policy(String tenant) {
        return db.sql(POLICY)
                .param("tenant", tenant)
                .query(DutyRhythmStore::policy)
                .optional()
                .orElse(PolicyRow.PLAIN);
    }

    /** Changes how a company reads times; {@link #lock} first. */
    public void update(String tenant, PolicyRow row) {
        db.sql(UPDATE_POLICY)
                .param("tenant", tenant)
                .param("rule", row.rule())
                .param("strictly", row.strictlyBefore())
                .param("end", row.weekEnd())
                .param("anchor", row.anchor())
                .param("setup", row.setupOn())
                .param("version", row.version())
                .update();
    }

    /** Adds an interval; false if the duty has one from that day. */
    public boolean add(String tenant, IntervalRow row) {
        return db.sql(ADD_INTERVAL)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("duty", row.dutyId())
                        .param("every", row.every())
                        .param("from", row.from())
                        .update()
                == 1;
    }

    /** The intervals of a company, by duty and first day. */
    public List<IntervalRow> intervals(String tenant) {
        return db.sql(INTERVALS)
                .param("tenant", tenant)
                .query(
                        (row, index) ->
                                new IntervalRow(
                                        row.getString("id"),
                                        row.getString("duty_id"),
                                        row.getString("every"),
                                        row.getObject("from_day", LocalDate.class)))
                .list();
    }

    /** Adds a shift; false if there is a row of it from that day. */
    public boolean add(String tenant, ShiftRow row) {
        return db.sql(ADD_SHIFT)
                        .param("tenant", tenant)
                        .param("id", row.name().id())
                        .param("zh", row.name().zh())
                        .param("en", row.name().en())
                        .param("begins", row.begins())
                        .param("minutes", row.minutes())
                        .param("days", row.days().toArray(new String[0]))
                        .param("posts", row.posts().toArray(new String[0]))
                        .param("from", row.from())
                        .update()
                == 1;
    }

    /** The shifts of a company, by id and first day. */
    public List<ShiftRow> shifts(String tenant) {
        return db.sql(SHIFTS).param("tenant", tenant).query(DutyRhythmStore::shift).list();
    }

    /** Adds a limit; false if the word has one from that day. */
    public boolean add(String tenant, AllowanceRow row) {
        return db.sql(ADD_ALLOWANCE)
                        .param("tenant", tenant)
                        .param("word", row.word())
                        .param("allowance", row.allowance())
                        .param("from", row.from())
                        .update()
                == 1;
    }

    /** The limits of a company, by word and first day. */
    public List<AllowanceRow> allowances(String tenant) {
        return db.sql(ALLOWANCES)
                .param("tenant", tenant)
                .query(
                        (row, index) ->
                                new AllowanceRow(
                                        row.getString("word"),
                                        row.getString("allowance"),
                                        row.getObject("from_day", LocalDate.class)))
                .list();
    }

    private static PolicyRow policy(ResultSet row, int index) throws SQLException {
        return new PolicyRow(
                row.getString("working_day_rule"),
                row.getBoolean("strictly_before"),
                row.getString("week_end"),
                row.getObject("biweekly_anchor", LocalDate.class),
                row.getObject("setup_on", LocalDate.class),
                row.getLong("version"));
    }

    private static ShiftRow shift(ResultSet row, int index) throws SQLException {
        return new ShiftRow(
                new Named(row.getString("id"), row.getString("zh"), row.getString("en")),
                row.getObject("begins", LocalTime.class),
                row.getInt("minutes"),
                texts(row, "days"),
                texts(row, "posts"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}

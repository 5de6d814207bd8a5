package dev.guanjia.server.store;

import dev.guanjia.money.Rational;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.tenure.Dated;
import dev.guanjia.property.tenure.Timeline;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.property.tenure.Vacancy;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the table {@code unit_fact}: what was true of units, and since when.
 *
 * <p>A unit for which nobody said since when it is known, and every unit of before the facts were
 * kept by day, has its history from {@link #ALWAYS} on: bills of any month find what was told of
 * it.
 */
@Repository
public class UnitFactHistoryStore {

    /** The first day that rows can bear: since before anybody may ask. */
    public static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private static final String HISTORIES =
            """
            select unit_id, from_day, area, use, owner_id, vacancy from unit_fact
            where tenant = :tenant and unit_id = any(cast(:units as text[]))
            order by unit_id, from_day, seq
            """;

    private static final String ROWS =
            """
            select fact, from_day, seq, area, use, owner_id, vacancy, note, recorded_at, corrects
            from unit_fact
            where tenant = :tenant and unit_id = :unit and (from_day, seq) > (:from, :seq)
            order by from_day, seq limit :fetch
            """;
    private static final String AREA =
            """
            select area from unit_fact
            where tenant = :tenant and unit_id = :unit and area is not null and from_day <= :day
            order by from_day desc, seq desc limit 1
            """;
    private static final List<String> FIRST = List.of("0001-01-01", "0");

    private final JdbcClient db;

    UnitFactHistoryStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A fact as it was recorded.
     *
     * @param fact what changed; {@code OPENING} for all
     * @param from the first day
     * @param seq grows with every fact
     * @param values those of the fact
     * @param note what it goes by; null for nothing
     * @param recordedAt when it was stored
     * @param corrects whether it stands for what was recorded for that day before
     */
    public record FactRow(
            String fact,
            LocalDate from,
            long seq,
            Values values,
            @Nullable String note,
            Instant recordedAt,
            boolean corrects) {}

    /**
     * The values of a fact; null where it has none.
     *
     * @param area square metres with the decimals they were given with
     * @param use the use
     * @param ownerId the owner
     * @param vacancy whether anybody uses it
     */
    public record Values(
            @Nullable String area,
            @Nullable String use,
            @Nullable String ownerId,
            @Nullable String vacancy) {}

    /**
     * Reads the histories of many units in one query.
     *
     * @param tenant the company
     * @param unitIds unit ids
     * @return by unit, in the order of their ids; units that do not exist are left out
     */
    public Map<UnitId, UnitHistory> histories(String tenant, Collection<UnitId> unitIds) {
        Map<String, Lines> lines = new LinkedHashMap<>();
        db.sql(HISTORIES)
                .param("tenant", tenant)
                .param("units", Sql.array(unitIds, UnitId::value))
                .query(
                        row -> {
                            Lines of =
                                    lines.computeIfAbsent(
                                            row.getString("unit_id"), any -> new Lines());
                            LocalDate from = row.getObject("from_day", LocalDate.class);
                            Optional.ofNullable(row.getBigDecimal("area"))
                                    .map(Rational::from)
                                    .ifPresent(area -> put(of.areas, new Dated<>(area, from)));
                            Optional.ofNullable(row.getString("use"))
                                    .map(UnitUse::valueOf)
                                    .ifPresent(use -> put(of.uses, new Dated<>(use, from)));
                            Optional.ofNullable(row.getString("owner_id"))
                                    .map(OwnerId::new)
                                    .ifPresent(owner -> put(of.owners, new Dated<>(owner, from)));
                            Optional.ofNullable(row.getString("vacancy"))
                                    .map(Vacancy::valueOf)
                                    .ifPresent(
                                            vacancy ->
                                                    put(of.vacancies, new Dated<>(vacancy, from)));
                        });
        Map<UnitId, UnitHistory> histories = new LinkedHashMap<>();
        lines.forEach((id, of) -> histories.put(new UnitId(id), of.history(new UnitId(id))));
        return histories;
    }

    /**
     * Reads the history of a unit.
     *
     * @param tenant the company
     * @param unit which one
     * @return empty if there is none
     */
    public Optional<UnitHistory> history(String tenant, UnitId unit) {
        return Optional.ofNullable(histories(tenant, List.of(unit)).get(unit));
    }

    /**
     * Lists what was recorded of a unit by first day.
     *
     * @param tenant the company
     * @param unit which one
     * @param request which page
     * @return the page
     */
    public Page<FactRow> list(String tenant, UnitId unit, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        return Page.of(
                db.sql(ROWS)
                        .param("tenant", tenant)
                        .param("unit", unit.value())
                        .param("from", PageRequest.day(after.get(0)))
                        .param("seq", PageRequest.number(after.get(1)))
                        .param("fetch", request.fetch())
                        .query(UnitFactHistoryStore::row)
                        .list(),
                request,
                row -> PageRequest.join(row.from().toString(), String.valueOf(row.seq())));
    }

    /**
     * The area of a unit on a day, as it was given.
     *
     * @param tenant the company
     * @param unit which one
     * @param day the day
     * @return with the decimals it was given with; empty before the history
     */
    public Optional<String> area(String tenant, UnitId unit, LocalDate day) {
        return db.sql(AREA)
                .param("tenant", tenant)
                .param("unit", unit.value())
                .param("day", day)
                .query((row, index) -> Sql.decimal(row, "area"))
                .optional();
    }

    private static <T> void put(List<Dated<T>> values, Dated<T> next) {
        int last = values.size() - 1;
        if (last >= 0 && values.get(last).from().equals(next.from())) {
            values.set(last, next);
        } else {
            values.add(next);
        }
    }

    private static FactRow row(ResultSet row, int index) throws SQLException {
        BigDecimal area = row.getBigDecimal("area");
        return new FactRow(
                row.getString("fact"),
                row.getObject("from_day", LocalDate.class),
                row.getLong("seq"),
                new Values(
                        area == null ? null : area.toPlainString(),
                        row.getString("use"),
                        row.getString("owner_id"),
                        row.getString("vacancy")),
                row.getString("note"),
                Sql.instant(row, "recorded_at"),
                row.getBoolean("corrects"));
    }

    /** The values of one unit, by day; of two for a day the later one stands. */
    private static final class Lines {

        private final List<Dated<Rational>> areas = new ArrayList<>(1);
        private final List<Dated<UnitUse>> uses = new ArrayList<>(1);
        private final List<Dated<OwnerId>> owners = new ArrayList<>(1);
        private final List<Dated<Vacancy>> vacancies = new ArrayList<>(1);

        UnitHistory history(UnitId unit) {
            return new UnitHistory(
                    unit,
                    new Timeline<>(areas),
                    new Timeline<>(uses),
                    new Timeline<>(owners),
                    new Timeline<>(vacancies));
        }
    }
}

package dev.guanjia.server.store;

import dev.guanjia.property.UnitId;
import dev.guanjia.server.store.UnitEntryStore.Entry;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Adds to the table {@code unit_fact}, and lets the columns of {@code unit} follow: the facts are
 * what is true, the columns are what of it holds today.
 */
@Repository
public class UnitFactEntryStore {

    private static final String OPENINGS =
            """
            insert into unit_fact (tenant, unit_id, fact, from_day, area, use, owner_id, vacancy,
                recorded_at, recorded_by)
            select :tenant, r.id, 'OPENING', cast(r.since as date), cast(r.area as numeric), r.use,
                r.owner, r.vacancy, :at, :by
            from unnest(cast(:ids as text[]), cast(:days as text[]), cast(:areas as text[]),
                    cast(:uses as text[]), cast(:owners as text[]), cast(:vacancies as text[]))
                with ordinality as r(id, since, area, use, owner, vacancy, n)
            order by r.n
            """;
    private static final String CHANGE =
            """
            insert into unit_fact (tenant, unit_id, fact, from_day, area, use, owner_id, vacancy,
                note, recorded_at, recorded_by, corrects)
            values (:tenant, :unit, :fact, :from, :area, :use, :owner, :vacancy,
                :note, :at, :by, :corrects)
            """;
    private static final String FOLLOW =
            """
            update unit u set use = (%s), area = (%s), owner_id = (%s), changes_on = (
                select min(f.from_day) from unit_fact f
                where f.tenant = u.tenant and f.unit_id = u.id and f.from_day > :today)
            where u.tenant = :tenant and u.id = :unit
            """
                    .formatted(
                            UnitToday.fact("use"),
                            UnitToday.fact("area"),
                            UnitToday.fact("owner_id"));

    private final JdbcClient db;
    private final Clock clock;

    UnitFactEntryStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What can change of a unit. */
    public enum Fact {
        /** Its floor area. */
        AREA,
        /** What it may be used for. */
        USE,
        /** Who owns it. */
        OWNER,
        /** Whether anybody uses it. */
        VACANCY
    }

    /**
     * What becomes true of a unit.
     *
     * @param unit which one
     * @param from the first day
     * @param fact what changes
     * @param value a number of square metres, a use, the id of an owner, or a vacancy
     * @param corrects whether what was recorded for that day was wrong
     */
    public record Change(UnitId unit, LocalDate from, Fact fact, String value, boolean corrects) {

        private @Nullable String text(Fact wanted) {
            return fact == wanted ? value : null;
        }
    }

    /**
     * By whom rows are stored.
     *
     * @param at when
     * @param staffId who
     * @param note what they go by; null for nothing
     */
    public record Entered(Instant at, String staffId, @Nullable String note) {}

    /** Opens the histories of new units. */
    void open(String tenant, List<Entry> entries, Entered entered) {
        db.sql(OPENINGS)
                .param("tenant", tenant)
                .param("ids", Sql.array(entries, entry -> entry.unit().id().value()))
                .param("days", Sql.array(entries, entry -> entry.opening().since().toString()))
                .param("areas", Sql.array(entries, Entry::area))
                .param("uses", Sql.array(entries, entry -> entry.unit().use().name()))
                .param("owners", Sql.array(entries, entry -> entry.unit().owner().value()))
                .param("vacancies", Sql.array(entries, entry -> entry.opening().vacancy().name()))
                .param("at", Sql.at(entered.at()))
                .param("by", entered.staffId())
                .update();
    }

    /**
     * Adds changes of one unit that its history accepted; the unit is locked.
     *
     * @param tenant the company
     * @param changes at least one, all of the same unit
     * @param entered by whom
     */
    public void add(String tenant, List<Change> changes, Entered entered) {
        changes.forEach(change -> add(tenant, change, entered));
        db.sql(FOLLOW)
                .param("tenant", tenant)
                .param("unit", changes.get(0).unit().value())
                .param("today", LocalDate.now(clock))
                .update();
    }

    private void add(String tenant, Change change, Entered entered) {
        String area = change.text(Fact.AREA);
        db.sql(CHANGE)
                .param("tenant", tenant)
                .param("unit", change.unit().value())
                .param("fact", change.fact().name())
                .param("from", change.from())
                .param("area", area == null ? null : new BigDecimal(area), Types.NUMERIC)
                .param("use", change.text(Fact.USE))
                .param("owner", change.text(Fact.OWNER))
                .param("vacancy", change.text(Fact.VACANCY))
                .param("note", entered.note())
                .param("at", Sql.at(entered.at()))
                .param("by", entered.staffId())
                .param("corrects", change.corrects())
                .update();
    }
}

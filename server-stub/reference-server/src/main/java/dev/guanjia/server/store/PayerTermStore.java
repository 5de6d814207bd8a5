package dev.guanjia.server.store;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.payer.PayerBook;
import dev.guanjia.billing.payer.PayerTerm;
import dev.guanjia.property.OccupantId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.UnitFactEntryStore.Entered;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code payer_term} and {@code payer_term_end}: who pays which fee of a unit. */
@Repository
public class PayerTermStore {

    private static final String SELECT =
            """
            select t.id, t.seq, t.unit_id, t.fee_item, t.owner_id, t.occupant_id, t.from_day,
                least(t.until_day, e.until_day) as until_day, t.note, t.recorded_at
            from payer_term t
            left join lateral (
                select min(until_day) as until_day from payer_term_end
                where tenant = t.tenant and term_id = t.id) e on true
            where t.tenant = :tenant
            """;

    private static final String LIST =
            SELECT + " and t.unit_id = :unit and t.seq > :after order by t.seq limit :fetch";
    private static final String INSERT =
            """
            insert into payer_term (tenant, id, unit_id, fee_item, owner_id, occupant_id, from_day,
                until_day, note, recorded_at, recorded_by)
            values (:tenant, :id, :unit, :item, :owner, :occupant, :from, :until, :note, :at, :by)
            """;
    private static final String END =
            """
            insert into payer_term_end (tenant, term_id, until_day, note, recorded_at, recorded_by)
            values (:tenant, :id, :until, :note, :at, :by)
            """;

    private final JdbcClient db;

    PayerTermStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A term.
     *
     * @param id its id
     * @param term what was agreed, with the end that it has by now
     * @param seq grows with every term, in the order in which they were entered
     * @param note what it is agreed by, such as the number of a lease; null for nothing
     * @param recordedAt when it was stored
     */
    public record TermRow(
            String id, PayerTerm term, long seq, @Nullable String note, Instant recordedAt) {}

    /**
     * Reads who pays the fees of many units, in one query.
     *
     * @param tenant the company
     * @param histories the units with their owners, see {@link UnitFactHistoryStore#histories}
     * @return a book for each of them, in their order
     */
    public Map<UnitId, PayerBook> books(String tenant, Map<UnitId, UnitHistory> histories) {
        Map<UnitId, List<PayerTerm>> terms =
                ofUnits(tenant, histories.keySet()).stream()
                        .map(TermRow::term)
                        .collect(Collectors.groupingBy(PayerTerm::unit));
        Map<UnitId, PayerBook> books = new LinkedHashMap<>();
        histories.forEach(
                (unit, history) ->
                        books.put(
                                unit,
                                new PayerBook(
                                        unit,
                                        history.owner(),
                                        terms.getOrDefault(unit, List.of()))));
        return books;
    }

    /**
     * Reads the terms of units.
     *
     * @param tenant the company
     * @param unitIds which units
     * @return in the order in which they were entered
     */
    public List<TermRow> ofUnits(String tenant, Collection<UnitId> unitIds) {
        return db.sql(SELECT + " and t.unit_id = any(cast(:units as text[])) order by t.seq")
                .param("tenant", tenant)
                .param("units", Sql.array(unitIds, UnitId::value))
                .query(PayerTermStore::row)
                .list();
    }

    /**
     * Reads a term.
     *
     * @param tenant the company
     * @param id which one
     * @return empty if there is none
     */
    public Optional<TermRow> find(String tenant, String id) {
        return db.sql(SELECT + " and t.id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(PayerTermStore::row)
                .optional();
    }

    /**
     * Lists the terms of a unit in the order in which they were entered.
     *
     * @param tenant the company
     * @param unit which one
     * @param request which page
     * @return the page
     */
    public Page<TermRow> list(String tenant, UnitId unit, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("unit", unit.value())
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch())
                        .query(PayerTermStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * Adds a term that the book of its unit accepted; the unit is locked.
     *
     * @param tenant the company
     * @param id its id
     * @param term what was agreed
     * @param entered by whom, and by what it is agreed
     */
    public void add(String tenant, String id, PayerTerm term, Entered entered) {
        Payer payer = term.payer();
        FeeItemId item = term.item();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", id)
                .param("unit", term.unit().value())
                .param("item", item == null ? null : item.value())
                .param("owner", payer.kind() == Payer.Kind.OWNER ? payer.id() : null)
                .param("occupant", payer.kind() == Payer.Kind.OCCUPANT ? payer.id() : null)
                .param("from", term.from())
                .param("until", term.until(), Types.DATE)
                .param("note", entered.note())
                .param("at", Sql.at(entered.at()))
                .param("by", entered.staffId())
                .update();
    }

    /**
     * Ends a term earlier than it did; the unit is locked.
     *
     * @param tenant the company
     * @param id the term
     * @param until the first day that is no longer paid for
     * @param entered by whom, and why
     */
    public void end(String tenant, String id, LocalDate until, Entered entered) {
        db.sql(END)
                .param("tenant", tenant)
                .param("id", id)
                .param("until", until)
                .param("note", entered.note())
                .param("at", Sql.at(entered.at()))
                .param("by", entered.staffId())
                .update();
    }

    private static TermRow row(ResultSet row, int index) throws SQLException {
        PayerTerm term =
                new PayerTerm(
                        new UnitId(row.getString("unit_id")),
                        Optional.ofNullable(row.getString("fee_item"))
                                .map(FeeItemId::new)
                                .orElse(null),
                        payer(row.getString("owner_id"), row.getString("occupant_id")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class));
        return new TermRow(
                row.getString("id"),
                term,
                row.getLong("seq"),
                row.getString("note"),
                Sql.instant(row, "recorded_at"));
    }

    private static Payer payer(@Nullable String owner, String occupant) {
        return owner == null
                ? Payer.occupant(new OccupantId(occupant))
                : Payer.owner(new OwnerId(owner));
    }
}

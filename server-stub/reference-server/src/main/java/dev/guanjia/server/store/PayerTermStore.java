package dev.guanjia.server.store;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.payer.PayerBook;
import dev.guanjia.billing.payer.PayerTerm;
import dev.guanjia.property.OccupantId;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.tenure.UnitHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                coalesce(t.until_day, e.until_day) as until_day, t.note, t.recorded_at
            from payer_term t
            left join payer_term_end e on e.tenant = t.tenant and e.term_id = t.id
            where t.tenant = :tenant
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

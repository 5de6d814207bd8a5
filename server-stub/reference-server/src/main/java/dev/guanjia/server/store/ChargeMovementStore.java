package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.server.store.ChargeMovement.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code charge_movement}: open is the amount of a charge less the sum of its rows. */
@Repository
public class ChargeMovementStore {

    private static final String INSERT =
            """
            insert into charge_movement (tenant, charge_id, on_day, kind, amount_minor, source_id)
            select :tenant, charge, cast(day as date), kind, cast(amount as bigint), source
            from unnest(cast(:charges as text[]), cast(:days as text[]), cast(:kinds as text[]),
                    cast(:amounts as text[]), cast(:sources as text[]))
                with ordinality as m(charge, day, kind, amount, source, n)
            order by n
            """;
    private static final String SELECT =
            """
            select m.charge_id, m.on_day, m.kind, m.amount_minor, m.source_id, c.currency
            from charge_movement m join charge c on c.tenant = m.tenant and c.id = m.charge_id
            where m.tenant = :tenant and m.charge_id = any(cast(:charges as text[]))
            order by m.line
            """;

    private final JdbcClient db;

    ChargeMovementStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Adds movements.
     *
     * @param tenant the company
     * @param movements in the order in which they happened
     */
    public void add(String tenant, Collection<ChargeMovement> movements) {
        if (movements.isEmpty()) {
            return;
        }
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("charges", column(movements, row -> row.charge().value()))
                .param("days", column(movements, row -> row.day().toString()))
                .param("kinds", column(movements, row -> row.kind().name()))
                .param(
                        "amounts",
                        column(movements, row -> String.valueOf(row.amount().minorUnits())))
                .param("sources", column(movements, ChargeMovement::sourceId))
                .update();
    }

    /**
     * Reads what happened to charges.
     *
     * @param tenant the company
     * @param charges which ones
     * @return in the order in which it was recorded
     */
    public List<ChargeMovement> of(String tenant, Collection<ChargeId> charges) {
        return db.sql(SELECT)
                .param("tenant", tenant)
                .param("charges", Sql.array(charges, ChargeId::value))
                .query(ChargeMovementStore::row)
                .list();
    }

    private static @Nullable String[] column(
            Collection<ChargeMovement> movements, Function<ChargeMovement, String> column) {
        return Sql.array(movements, column::apply);
    }

    private static ChargeMovement row(ResultSet row, int index) throws SQLException {
        return new ChargeMovement(
                new ChargeId(row.getString("charge_id")),
                row.getObject("on_day", LocalDate.class),
                Kind.valueOf(row.getString("kind")),
                ChargeStore.money(row, "amount_minor"),
                row.getString("source_id"));
    }
}

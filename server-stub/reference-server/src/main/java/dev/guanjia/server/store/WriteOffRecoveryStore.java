package dev.guanjia.server.store;

import dev.guanjia.billing.writeoff.Recovery;
import dev.guanjia.billing.writeoff.WriteOff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code write_off_recovery}. */
@Repository
class WriteOffRecoveryStore {

    private static final String RECOVER =
            """
            insert into write_off_recovery (tenant, write_off_id, line, payment, amount_minor,
                recovered_on, recorded_by, recorded_at)
            values (:tenant, :id, :line, :payment, :amount, :on, :by, :at)
            """;
    private static final String RECOVERIES =
            """
            select r.write_off_id, r.payment, r.amount_minor, r.recovered_on, w.currency
            from write_off_recovery r
            join write_off w on w.tenant = r.tenant and w.id = r.write_off_id
            where r.tenant = :tenant and r.write_off_id = any(cast(:ids as text[]))
            order by r.write_off_id, r.line
            """;

    private final JdbcClient db;

    WriteOffRecoveryStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps the last recovery of a write-off. */
    void add(String tenant, WriteOff after, String by, Instant at) {
        int line = after.recoveries().size();
        Recovery last = after.recoveries().get(line - 1);
        db.sql(RECOVER)
                .param("tenant", tenant)
                .param("id", after.proposal().id().value())
                .param("line", line)
                .param("payment", last.payment())
                .param("amount", last.amount().minorUnits())
                .param("on", last.on())
                .param("by", by)
                .param("at", Sql.at(at))
                .update();
    }

    /** The recoveries of write-offs, by write-off, in order. */
    Map<String, List<Recovery>> of(String tenant, List<String> ids) {
        Map<String, List<Recovery>> recoveries = new TreeMap<>();
        db.sql(RECOVERIES)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query(
                        row -> {
                            recoveries
                                    .computeIfAbsent(
                                            row.getString("write_off_id"), id -> new ArrayList<>())
                                    .add(recovery(row));
                        });
        return recoveries;
    }

    private static Recovery recovery(ResultSet row) throws SQLException {
        return new Recovery(
                row.getString("payment"),
                ChargeStore.money(row, "amount_minor"),
                row.getObject("recovered_on", LocalDate.class));
    }
}

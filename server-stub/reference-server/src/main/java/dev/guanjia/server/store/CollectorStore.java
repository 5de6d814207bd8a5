package dev.guanjia.server.store;

import dev.guanjia.organisation.StaffId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code payment} and {@code charge_movement}, asked for who took the money. */
@Repository
public class CollectorStore {

    private static final String OF_CHARGE =
            """
            select distinct p.recorded_by from charge_movement m
            join payment p on p.tenant = m.tenant and p.id = m.source_id
            where m.tenant = :tenant and m.charge_id = :charge order by p.recorded_by
            """;

    private final JdbcClient db;

    CollectorStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Who took money for a charge.
     *
     * @param tenant the company
     * @param chargeId the charge
     * @return in order of ids
     */
    public List<StaffId> of(String tenant, String chargeId) {
        return db
                .sql(OF_CHARGE)
                .param("tenant", tenant)
                .param("charge", chargeId)
                .query(String.class)
                .list()
                .stream()
                .map(StaffId::new)
                .toList();
    }
}

package dev.guanjia.server.store;

import dev.guanjia.property.Payer;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may pay, and the units that people name by their codes. */
@Repository
public class PayerStore {

    private static final String KNOWN =
            """
            select exists (
                    select 1 from owner
                    where tenant = :tenant and id = substr(:payer, 7) and 'OWNER:' || id = :payer)
                or exists (
                    select 1 from occupant
                    where tenant = :tenant and id = substr(:payer, 10)
                        and 'OCCUPANT:' || id = :payer)
            """;
    private static final String UNIT =
            """
            select u.id from unit u
            join building b on b.tenant = u.tenant and b.id = u.building_id
            where u.tenant = :tenant and u.community_id = :community and b.code = :building
                and u.number = :number
            """;

    private final JdbcClient db;

    PayerStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Tells whether somebody can pay.
     *
     * @param tenant the company
     * @param payer who
     * @return whether this is an owner or an occupant; nobody else is ever charged
     */
    public boolean isKnown(String tenant, Payer payer) {
        return db.sql(KNOWN)
                .param("tenant", tenant)
                .param("payer", payer.toString())
                .query(Boolean.class)
                .single();
    }

    /**
     * The unit of a code.
     *
     * @param tenant the company
     * @param community its community id
     * @param building the code of its building
     * @param number its number there
     * @return the unit id; empty if there is none
     */
    public Optional<String> unit(String tenant, String community, String building, String number) {
        return db.sql(UNIT)
                .param("tenant", tenant)
                .param("community", community)
                .param("building", building)
                .param("number", number)
                .query(String.class)
                .optional();
    }
}

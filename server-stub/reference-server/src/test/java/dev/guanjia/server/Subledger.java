package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

/** The books beside the accounts of units: what a unit owes, and what is kept for it. */
public final class Subledger {

    private final RunningServer server;

    public Subledger(RunningServer server) {
        this.server = server;
    }

    /** Both agree for every unit of an estate, and every charge is found in somebody's account. */
    public void agrees(Estate estate) {
        assertThat(chargesOfStrangers(estate)).isEmpty();
        for (int i = 0; i < estate.size(); i++) {
            Reply account = estate.account(i, "");
            assertThat(balance(estate.unit(i), "1122"))
                    .isEqualByComparingTo(account.text("/open/amount"));
            assertThat(balance(estate.unit(i), "2203").negate())
                    .isEqualByComparingTo(account.text("/prepayment/amount"));
        }
    }

    /** Charges of somebody who never owned the unit and has never agreed to pay for it. */
    private List<String> chargesOfStrangers(Estate estate) {
        return server.db()
                .sql(
                        """
                        select c.id from charge c join unit u on u.tenant = c.tenant
                            and u.id = c.unit_id and u.community_id = :community
                        where not exists (select 1 from unit_fact f where f.tenant = c.tenant
                                and f.unit_id = c.unit_id and 'OWNER:' || f.owner_id = c.payer)
                            and not exists (select 1 from payer_term t where t.tenant = c.tenant
                                and t.unit_id = c.unit_id and c.payer = coalesce(
                                    'OWNER:' || t.owner_id, 'OCCUPANT:' || t.occupant_id))
                        """)
                .param("community", estate.community())
                .query(String.class)
                .list();
    }

    private BigDecimal balance(String unit, String account) {
        return server.db()
                .sql(
                        """
                        select coalesce(sum(case side when 'DEBIT' then amount_minor
                            else -amount_minor end), 0) / 100.0
                        from journal_line where counterparty = :unit and account = :account
                        """)
                .param("unit", unit)
                .param("account", account)
                .query(BigDecimal.class)
                .single();
    }
}

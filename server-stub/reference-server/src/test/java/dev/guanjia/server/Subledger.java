package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

/** The books beside the accounts of units: what a unit owes, and what is kept for it. */
public final class Subledger {

    private final RunningServer server;

    public Subledger(RunningServer server) {
        this.server = server;
    }

    /** Both agree for every unit of an estate. */
    public void agrees(Estate estate) {
        for (int i = 0; i < estate.size(); i++) {
            Reply account = estate.account(i, "");
            assertThat(balance(estate.unit(i), "1122"))
                    .isEqualByComparingTo(account.text("/open/amount"));
            assertThat(balance(estate.unit(i), "2203").negate())
                    .isEqualByComparingTo(account.text("/prepayment/amount"));
        }
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

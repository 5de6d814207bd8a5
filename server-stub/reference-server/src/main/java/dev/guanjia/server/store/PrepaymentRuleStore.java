package dev.guanjia.server.store;

import dev.guanjia.billing.settlement.PrepaymentRule;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code prepayment_rule}. */
@Repository
public class PrepaymentRuleStore {

    private static final String INSERT =
            """
            insert into prepayment_rule (tenant, id, rule, from_day, recorded_at, recorded_by)
            values (:tenant, :id, :rule, :from, :at, :by)
            on conflict (from_day, tenant) do nothing
            """;
    private static final String SELECT =
            "select id, rule, from_day from prepayment_rule where tenant = :tenant";
    private static final String ON =
            SELECT + " and from_day <= :day order by from_day desc limit 1";
    private static final String LIST =
            SELECT + " and from_day > :after order by from_day limit :fetch";

    private final JdbcClient db;

    PrepaymentRuleStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A rule.
     *
     * @param id its name
     * @param rule which prepayment is used first, if any is without being asked
     * @param from the first day
     */
    public record RuleRow(String id, PrepaymentRule rule, LocalDate from) {}

    /**
     * Adds a rule.
     *
     * @param tenant the company
     * @param row the rule
     * @param by who set it
     * @param at when
     * @return false if another begins on that day
     */
    public boolean add(String tenant, RuleRow row, String by, Instant at) {
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("rule", row.rule().name())
                        .param("from", row.from())
                        .param("at", Sql.at(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    /**
     * The rule of a day.
     *
     * @param tenant the company
     * @param day which
     * @return empty before the first one
     */
    public Optional<RuleRow> on(String tenant, LocalDate day) {
        return db.sql(ON)
                .param("tenant", tenant)
                .param("day", day)
                .query(PrepaymentRuleStore::row)
                .optional();
    }

    /**
     * Lists rules by first day.
     *
     * @param tenant the company
     * @param request which page
     * @return the page
     */
    public Page<RuleRow> list(String tenant, PageRequest request) {
        LocalDate after = request.after().map(PageRequest::day).orElse(LocalDate.of(1, 1, 1));
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("after", after)
                        .param("fetch", request.fetch())
                        .query(PrepaymentRuleStore::row)
                        .list(),
                request,
                row -> row.from().toString());
    }

    private static RuleRow row(ResultSet row, int index) throws SQLException {
        return new RuleRow(
                row.getString("id"),
                PrepaymentRule.valueOf(row.getString("rule")),
                row.getObject("from_day", LocalDate.class));
    }
}

package dev.guanjia.server.store;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.latecharge.LateChargeRule;
import dev.guanjia.billing.latecharge.LateChargeTerms;
import dev.guanjia.money.Rational;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code late_charge_rule}. */
@Repository
public class LateChargeRuleStore {

    private static final String INSERT =
            """
            insert into late_charge_rule (tenant, id, community_id, fee_item, from_day, rate, per,
                grace_days, cap, rounding, source, recorded_by, recorded_at)
            values (:tenant, :id, :community, :item, :from, :rate, :per, :grace, :cap, :rounding,
                :source, :by, :at)
            on conflict do nothing
            """;
    private static final String ENTERED_UNTIL =
            """
            select max(c.period_end) from charge c
            join charge late on late.tenant = c.tenant and late.id = c.late_with
            join unit u on u.tenant = c.tenant and u.id = c.unit_id
            where c.tenant = :tenant and late.fee_item = :item
                and (cast(:community as text) is null or u.community_id = :community)
                and
            """
                    + Sql.STANDS;
    private static final String SELECT =
            """
            select id, community_id, fee_item, from_day, until_day, rate, per, grace_days, cap, rounding,
                source, recorded_at
            from late_charge_rule where tenant = :tenant
            """;
    private static final String END =
            """
            update late_charge_rule set until_day = :until where tenant = :tenant and id = :id
            """;
    private static final String AFTER =
            """
             and (fee_item, from_day, id) > (:item, :from, :after)
            order by fee_item, from_day, id limit :fetch
            """;
    private static final List<String> FIRST = List.of("", "0001-01-01", "");

    private final JdbcClient db;

    LateChargeRuleStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A rule of a company.
     *
     * @param id which one
     * @param communityId where it holds; null for the whole company
     * @param rule what it says
     * @param recordedAt when the row was made
     */
    public record RuleRow(
            String id, @Nullable String communityId, LateChargeRule rule, Instant recordedAt) {}

    /**
     * Finds how far late charges of a rule's fee were entered where it is to hold.
     *
     * @param tenant the company
     * @param community where it holds; null for the whole company
     * @param rule the rule
     * @return the day after the last; empty when none stands
     */
    public Optional<LocalDate> enteredUntil(
            String tenant, @Nullable String community, LateChargeRule rule) {
        return Optional.ofNullable(
                db.sql(ENTERED_UNTIL)
                        .param("tenant", tenant)
                        .param("community", community)
                        .param("item", rule.item().value())
                        .query((row, index) -> row.getObject(1, LocalDate.class))
                        .list()
                        .get(0));
    }

    /**
     * Adds a rule.
     *
     * @param tenant the company
     * @param row the rule
     * @param by who set it
     * @return false if another starts on its day
     */
    public boolean add(String tenant, RuleRow row, String by) {
        LateChargeTerms terms = row.rule().terms();
        Rational cap = terms.cap();
        return db.sql(INSERT)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("community", row.communityId())
                        .param("item", row.rule().item().value())
                        .param("from", row.rule().from())
                        .param("rate", text(terms.rate()))
                        .param("per", terms.per().name())
                        .param("grace", terms.graceDays())
                        .param("cap", cap == null ? null : text(cap))
                        .param("rounding", terms.rounding().name())
                        .param("source", row.rule().source())
                        .param("by", by)
                        .param("at", Sql.at(row.recordedAt()))
                        .update()
                == 1;
    }

    /**
     * Reads a rule.
     *
     * @param tenant the company
     * @param id the rule id
     * @return empty if there is none
     */
    public Optional<RuleRow> find(String tenant, String id) {
        return read(SELECT + " and id = :id", tenant, id);
    }

    /**
     * Reads a rule and keeps others from ending it until the transaction ends.
     *
     * @param tenant the company
     * @param id the rule id
     * @return empty if there is none
     */
    public Optional<RuleRow> lock(String tenant, String id) {
        return read(SELECT + " and id = :id for update", tenant, id);
    }

    private Optional<RuleRow> read(String sql, String tenant, String id) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("id", id)
                .query(LateChargeRuleStore::row)
                .optional();
    }

    /**
     * Lets a rule that {@link #lock} gave end.
     *
     * @param tenant the company
     * @param id the rule id
     * @param rule with its end
     */
    public void end(String tenant, String id, LateChargeRule rule) {
        db.sql(END).param("tenant", tenant).param("id", id).param("until", rule.until()).update();
    }

    /**
     * Reads the rules of a place.
     *
     * @param tenant the company
     * @param communityId the community; null for the rules of the whole company
     * @return in any order
     */
    public List<LateChargeRule> of(String tenant, @Nullable String communityId) {
        return db
                .sql(SELECT + " and community_id is not distinct from cast(:community as text)")
                .param("tenant", tenant)
                .param("community", communityId)
                .query(LateChargeRuleStore::row)
                .list()
                .stream()
                .map(RuleRow::rule)
                .toList();
    }

    /**
     * Lists rules by fee item, first day and id.
     *
     * @param tenant the company
     * @param communityId those of a community only
     * @param request which page
     * @return the page
     */
    public Page<RuleRow> list(String tenant, Optional<String> communityId, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        String where = communityId.isPresent() ? " and community_id = :community" : "";
        return Page.of(
                db.sql(SELECT + where + AFTER)
                        .param("tenant", tenant)
                        .param("community", communityId.orElse(""))
                        .param("item", after.get(0))
                        .param("from", PageRequest.day(after.get(1)))
                        .param("after", after.get(2))
                        .param("fetch", request.fetch())
                        .query(LateChargeRuleStore::row)
                        .list(),
                request,
                row ->
                        PageRequest.join(
                                row.rule().item().value(), row.rule().from().toString(), row.id()));
    }

    /** A fraction, a whole number too: {@code 1/2000}, {@code 2/1}. */
    public static String text(Rational ratio) {
        return ratio.numerator() + "/" + ratio.denominator();
    }

    private static RuleRow row(ResultSet row, int index) throws SQLException {
        String cap = row.getString("cap");
        LateChargeTerms terms =
                new LateChargeTerms(
                        Rational.parseFraction(row.getString("rate")),
                        LateChargeTerms.Per.valueOf(row.getString("per")),
                        row.getInt("grace_days"),
                        cap == null ? null : Rational.parseFraction(cap),
                        RoundingMode.valueOf(row.getString("rounding")));
        return new RuleRow(
                row.getString("id"),
                row.getString("community_id"),
                new LateChargeRule(
                        new FeeItemId(row.getString("fee_item")),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        terms,
                        row.getString("source")),
                Sql.instant(row, "recorded_at"));
    }
}

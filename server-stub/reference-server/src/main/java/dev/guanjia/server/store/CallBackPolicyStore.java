package dev.guanjia.server.store;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.workorder.callback.CallBackPolicy;
import dev.guanjia.workorder.callback.CallBackPolicy.Subject;
import dev.guanjia.workorder.callback.CallBackRule;
import dev.guanjia.workorder.callback.CallBackRule.Mode;
import dev.guanjia.workorder.callback.Callers;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code call_back_policy}: a company's own rows. They are only ever added. */
@Repository
public class CallBackPolicyStore {

    private static final Rational HUNDRED = Rational.of(100, 1);
    private static final int DECIMALS = 4;
    private static final String INSERT =
            """
            insert into call_back_policy (tenant, id, kind, customer, mode, percent, seed, callers,
                same_department, zh, en, from_day, recorded_at)
            values (:tenant, :id, :kind, :customer, :mode, :percent, :seed,
                cast(:callers as text[]), :same, :zh, :en, :from, :at)
            """;
    private static final String ALL =
            """
            select id, kind, customer, mode, percent, seed, callers, same_department, zh, en,
                from_day
            from call_back_policy where tenant = :tenant order by kind, customer, from_day
            """;

    private final JdbcClient db;

    CallBackPolicyStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A policy of the company.
     *
     * @param policy the row
     * @param seed what its samples are drawn with; null unless it is a sample
     */
    public record PolicyRow(CallBackPolicy policy, @Nullable Long seed) {}

    /**
     * Adds a policy.
     *
     * @param tenant the company
     * @param row the policy
     * @param at when
     */
    public void add(String tenant, PolicyRow row, Instant at) {
        CallBackPolicy policy = row.policy();
        CustomerClass customer = policy.subject().customer();
        boolean sample = policy.rule().mode() == Mode.SAMPLE;
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", policy.id())
                .param("kind", policy.subject().kind().name())
                .param("customer", customer == null ? "" : customer.name())
                .param("mode", policy.rule().mode().name())
                .param(
                        "percent",
                        sample
                                ? policy.rule()
                                        .share()
                                        .times(HUNDRED)
                                        .toDecimal(DECIMALS, RoundingMode.HALF_UP)
                                : null)
                .param("seed", row.seed())
                .param("callers", Sql.array(policy.callers().posts(), PostKey::value))
                .param("same", policy.callers().sameDepartment())
                .param("zh", policy.label().zh())
                .param("en", policy.label().en())
                .param("from", policy.from())
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * The policies of a company.
     *
     * @param tenant the company
     * @return by kind, customer and first day
     */
    public List<PolicyRow> all(String tenant) {
        return db.sql(ALL).param("tenant", tenant).query(CallBackPolicyStore::row).list();
    }

    private static PolicyRow row(ResultSet row, int index) throws SQLException {
        String customer = row.getString("customer");
        CallBackPolicy policy =
                new CallBackPolicy(
                        row.getString("id"),
                        new Label(row.getString("zh"), row.getString("en")),
                        new Subject(
                                WorkOrderKind.valueOf(row.getString("kind")),
                                customer.isEmpty() ? null : CustomerClass.valueOf(customer)),
                        rule(row),
                        new Callers(
                                Sql.texts(row, "callers").stream().map(PostKey::new).toList(),
                                row.getBoolean("same_department")),
                        row.getObject("from_day", LocalDate.class),
                        "company");
        return new PolicyRow(policy, row.getObject("seed", Long.class));
    }

    private static CallBackRule rule(ResultSet row) throws SQLException {
        Mode mode = Mode.valueOf(row.getString("mode"));
        return switch (mode) {
            case NONE -> new CallBackRule(mode, Rational.ZERO);
            case IF_UNRATED, ALWAYS -> new CallBackRule(mode, Rational.ONE);
            case SAMPLE ->
                    new CallBackRule(
                            mode, Rational.from(row.getBigDecimal("percent")).over(HUNDRED));
        };
    }
}

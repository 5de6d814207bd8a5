package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.segregation.RuleOverride;
import dev.guanjia.organisation.segregation.SegregatedPair;
import dev.guanjia.organisation.segregation.SegregationKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code segregation_rule} and {@code segregation_override}. Rows are only added. */
@Repository
public class SegregationStore {

    private static final String INSERT_RULE =
            """
            insert into segregation_rule (tenant, id, zh, en, kind, left_keys, right_keys, effect,
                overridden_by, from_day, created_at)
            values (:tenant, :id, :zh, :en, :kind, cast(:left as jsonb), cast(:right as jsonb),
                :effect, :role, :from, :at)
            on conflict (tenant, id) do nothing
            """;
    private static final String RULES =
            """
            select id, zh, en, kind, left_keys, right_keys, effect, overridden_by, from_day
            from segregation_rule where tenant = :tenant order by id
            """;
    private static final String INSERT_OVERRIDE =
            """
            insert into segregation_override (tenant, id, staff_id, rule, left_key, right_key,
                reason, approved_by, approved_as, approved_under, approved_on, from_day, to_day,
                created_at)
            values (:tenant, :id, :staff, :rule, :left, :right, :reason, :by, :post, :authority,
                :on, :from, :to, :at)
            """;
    private static final String OVERRIDES =
            """
            select id, staff_id, rule, left_key, right_key, reason, approved_by, approved_as,
                approved_under, approved_on, from_day, to_day
            from segregation_override where tenant = :tenant
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    SegregationStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * A company's own rule.
     *
     * @param id its id
     * @param zh what it says, in Chinese
     * @param en the same in English
     * @param pair what it keeps apart
     * @param effect what happens when one person combines both sides
     * @param overriddenBy the role that may lift it; null if nobody may
     * @param from the first day
     */
    public record RuleRow(
            String id,
            String zh,
            String en,
            Pair pair,
            String effect,
            @Nullable String overriddenBy,
            LocalDate from) {}

    /**
     * What a rule keeps apart.
     *
     * @param kind what the keys are
     * @param left one side
     * @param right the other side
     */
    public record Pair(String kind, List<String> left, List<String> right) {}

    /**
     * An override and the name of its row.
     *
     * @param id the row
     * @param override what it lifts, for whom and how long
     */
    public record OverrideRow(String id, RuleOverride override) {}

    /**
     * Adds a rule.
     *
     * @param tenant the company
     * @param row the rule
     * @param at when
     * @return false if the company has one of that id
     */
    public boolean add(String tenant, RuleRow row, Instant at) {
        return db.sql(INSERT_RULE)
                        .param("tenant", tenant)
                        .param("id", row.id())
                        .param("zh", row.zh())
                        .param("en", row.en())
                        .param("kind", row.pair().kind())
                        .param("left", mapper.writeValueAsString(row.pair().left()))
                        .param("right", mapper.writeValueAsString(row.pair().right()))
                        .param("effect", row.effect())
                        .param("role", row.overriddenBy())
                        .param("from", row.from())
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }

    /**
     * The company's own rules.
     *
     * @param tenant the company
     * @return in order of ids
     */
    public List<RuleRow> rules(String tenant) {
        return db.sql(RULES).param("tenant", tenant).query(this::rule).list();
    }

    /**
     * Adds an override.
     *
     * @param tenant the company
     * @param row the override
     * @param at when
     */
    public void add(String tenant, OverrideRow row, Instant at) {
        RuleOverride lifted = row.override();
        db.sql(INSERT_OVERRIDE)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("staff", lifted.staff().value())
                .param("rule", lifted.pair().rule())
                .param("left", lifted.pair().left().value())
                .param("right", lifted.pair().right().value())
                .param("reason", lifted.reason())
                .param("by", lifted.approver().staff().value())
                .param("post", lifted.approver().post().value())
                .param("authority", lifted.approver().authorityVersion())
                .param("on", lifted.approvedOn())
                .param("from", lifted.first())
                .param("to", lifted.last().plusDays(1))
                .param("at", Sql.at(at))
                .update();
    }

    /**
     * Every override there ever was.
     *
     * @param tenant the company
     * @return in order of first days
     */
    public List<OverrideRow> overrides(String tenant) {
        return db.sql(OVERRIDES + " order by from_day, id")
                .param("tenant", tenant)
                .query(SegregationStore::override)
                .list();
    }

    private RuleRow rule(ResultSet row, int index) throws SQLException {
        Pair pair =
                new Pair(
                        row.getString("kind"),
                        keys(row.getString("left_keys")),
                        keys(row.getString("right_keys")));
        return new RuleRow(
                row.getString("id"),
                row.getString("zh"),
                row.getString("en"),
                pair,
                row.getString("effect"),
                row.getString("overridden_by"),
                row.getObject("from_day", LocalDate.class));
    }

    private List<String> keys(String json) {
        return List.of(mapper.readValue(json, String[].class));
    }

    private static OverrideRow override(ResultSet row, int index) throws SQLException {
        SegregatedPair pair =
                new SegregatedPair(
                        row.getString("rule"),
                        new SegregationKey(row.getString("left_key")),
                        new SegregationKey(row.getString("right_key")));
        Actor approver =
                new Actor(
                        new StaffId(row.getString("approved_by")),
                        new PostKey(row.getString("approved_as")),
                        row.getString("approved_under"));
        RuleOverride lifted =
                new RuleOverride(
                        new StaffId(row.getString("staff_id")),
                        pair,
                        approver,
                        row.getString("reason"),
                        row.getObject("approved_on", LocalDate.class),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class).minusDays(1));
        return new OverrideRow(row.getString("id"), lifted);
    }
}

package dev.guanjia.server.store;

import dev.guanjia.billing.dunning.Channel;
import dev.guanjia.billing.dunning.Contact;
import dev.guanjia.billing.dunning.DunningAction;
import dev.guanjia.billing.dunning.DunningCase;
import dev.guanjia.billing.dunning.DunningCaseId;
import dev.guanjia.billing.dunning.DunningState;
import dev.guanjia.billing.dunning.Outcome;
import dev.guanjia.billing.dunning.Promise;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.Payer;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code dunning_case}, each case with its log. */
@Repository
public class DunningCaseStore {

    private static final String INSERT =
            """
            insert into dunning_case (tenant, id, community_id, payer, state, opened_on, currency)
            values (:tenant, :id, :community, :payer, :state, :opened, :currency)
            """;
    private static final String UPDATE =
            """
            update dunning_case set state = :state, level = :level, promised_on = :made,
                promised_by = :by, promised_minor = :amount,
                version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String SELECT =
            """
            select id, seq, community_id, payer, state, level, opened_on, promised_on, promised_by,
                promised_minor, currency, version
            from dunning_case where tenant = :tenant
            """;
    private static final String LOG =
            """
            select case_id, action, channel, outcome, note, occurred_at, staff_id, acting_post,
                authority_version
            from dunning_contact
            where tenant = :tenant and case_id = any(cast(:cases as text[]))
            order by case_id, number
            """;

    private final JdbcClient db;

    DunningCaseStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A case.
     *
     * @param dunning the case with its log
     * @param community in which community
     * @param level the highest level taken; null before the first
     * @param openedOn the day of the round that opened it
     * @param stand where the row stands
     */
    public record CaseRow(
            DunningCase dunning,
            String community,
            @Nullable String level,
            LocalDate openedOn,
            Stand stand) {

        /**
         * The name of the row.
         *
         * @return the case id
         */
        public String id() {
            return dunning.id().value();
        }
    }

    /**
     * Where a row stands.
     *
     * @param seq grows with every case
     * @param version counted from 1
     */
    public record Stand(long seq, long version) {}

    /**
     * Which cases are listed.
     *
     * @param state in this state only
     * @param level where this is the highest level taken only
     */
    public record Filter(Optional<String> state, Optional<String> level) {

        private String sql() {
            return (state.isPresent() ? " and state = :state" : "")
                    + (level.isPresent() ? " and level = :level" : "");
        }

        private Map<String, Object> values() {
            Map<String, Object> values = new HashMap<>();
            state.ifPresent(text -> values.put("state", text));
            level.ifPresent(text -> values.put("level", text));
            return values;
        }
    }

    /**
     * Opens a case.
     *
     * @param tenant the company
     * @param community in which community the payer has no open case
     * @param opened the case, nothing done yet
     * @param on the day
     * @param currency of what is owed
     */
    public void add(
            String tenant, String community, DunningCase opened, LocalDate on, String currency) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", opened.id().value())
                .param("community", community)
                .param("payer", opened.payer().toString())
                .param("state", opened.state().name())
                .param("opened", on)
                .param("currency", currency)
                .update();
    }

    /**
     * Changes a case that {@link #lock} gave; its log is kept by {@link DunningContactStore}.
     *
     * @param tenant the company
     * @param after the case after a step
     * @param level the highest level taken; null before the first
     */
    public void change(String tenant, DunningCase after, @Nullable String level) {
        Optional<Promise> promise = Optional.ofNullable(after.promise());
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", after.id().value())
                .param("state", after.state().name())
                .param("level", level)
                .param("made", promise.map(Promise::madeOn).orElse(null))
                .param("by", promise.map(Promise::by).orElse(null))
                .param("amount", promise.map(one -> one.amount().minorUnits()).orElse(null))
                .update();
    }

    /**
     * Reads a case.
     *
     * @param tenant the company
     * @param id the case id
     * @return empty if there is none
     */
    public Optional<CaseRow> find(String tenant, String id) {
        return rows(tenant, db.sql(SELECT + " and id = :id").param("id", id)).stream().findFirst();
    }

    /**
     * Reads a case and keeps others from changing it until the transaction ends.
     *
     * @param tenant the company
     * @param id the case id
     * @return empty if there is none
     */
    public Optional<CaseRow> lock(String tenant, String id) {
        return rows(tenant, db.sql(SELECT + " and id = :id for update").param("id", id)).stream()
                .findFirst();
    }

    /**
     * Reads the cases of a community that are not closed.
     *
     * @param tenant the company
     * @param community the community
     * @return one per payer at most
     */
    public List<CaseRow> open(String tenant, String community) {
        return rows(
                tenant,
                db.sql(SELECT + " and community_id = :community and state <> 'CLOSED' order by seq")
                        .param("community", community));
    }

    /**
     * Lists the cases of a community in the order they were opened.
     *
     * @param tenant the company
     * @param community the community
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<CaseRow> list(String tenant, String community, Filter filter, PageRequest request) {
        JdbcClient.StatementSpec query =
                db.sql(
                                SELECT
                                        + filter.sql()
                                        + " and community_id = :community and seq > :after"
                                        + " order by seq limit :fetch")
                        .params(filter.values())
                        .param("community", community)
                        .param("after", request.afterNumber())
                        .param("fetch", request.fetch());
        return Page.of(rows(tenant, query), request, row -> String.valueOf(row.stand().seq()));
    }

    private List<CaseRow> rows(String tenant, JdbcClient.StatementSpec query) {
        List<CaseRow> bare = query.param("tenant", tenant).query(DunningCaseStore::bare).list();
        Map<String, List<Contact>> logs = logs(tenant, bare);
        return bare.stream()
                .map(row -> withLog(row, logs.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private Map<String, List<Contact>> logs(String tenant, List<CaseRow> rows) {
        Map<String, List<Contact>> logs = new HashMap<>();
        db.sql(LOG)
                .param("tenant", tenant)
                .param("cases", Sql.array(rows, CaseRow::id))
                .query(
                        row -> {
                            logs.computeIfAbsent(row.getString("case_id"), any -> new ArrayList<>())
                                    .add(contact(row));
                        });
        return logs;
    }

    private static CaseRow withLog(CaseRow row, List<Contact> log) {
        DunningCase bare = row.dunning();
        return new CaseRow(
                new DunningCase(bare.id(), bare.payer(), bare.state(), log, bare.promise()),
                row.community(),
                row.level(),
                row.openedOn(),
                row.stand());
    }

    private static CaseRow bare(ResultSet row, int index) throws SQLException {
        return new CaseRow(
                new DunningCase(
                        new DunningCaseId(row.getString("id")),
                        Payer.parse(row.getString("payer")),
                        DunningState.valueOf(row.getString("state")),
                        List.of(),
                        promise(row)),
                row.getString("community_id"),
                row.getString("level"),
                row.getObject("opened_on", LocalDate.class),
                new Stand(row.getLong("seq"), row.getLong("version")));
    }

    private static @Nullable Promise promise(ResultSet row) throws SQLException {
        LocalDate made = row.getObject("promised_on", LocalDate.class);
        return made == null
                ? null
                : new Promise(
                        made,
                        row.getObject("promised_by", LocalDate.class),
                        ChargeStore.money(row, "promised_minor"));
    }

    static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                DunningAction.valueOf(row.getString("action")),
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version")),
                Sql.instant(row, "occurred_at"),
                Channel.valueOf(row.getString("channel")),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("note"));
    }
}

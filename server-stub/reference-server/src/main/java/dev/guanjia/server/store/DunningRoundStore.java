package dev.guanjia.server.store;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.property.Payer;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code dunning_round} and {@code dunning_outcome}. */
@Repository
public class DunningRoundStore {

    private static final String INSERT =
            """
            insert into dunning_round (tenant, id, community_id, on_day, opened, continued, skipped,
                recorded_at, staff_id, acting_post, authority_version)
            values (:tenant, :id, :community, :on, :opened, :continued, :skipped,
                :at, :staff, :post, :authority)
            """;
    private static final String OUTCOMES =
            """
            insert into dunning_outcome (tenant, round_id, payer, case_id, result, reason, level,
                overdue_minor, currency)
            select :tenant, :round, payer, case_id, result, reason, level,
                cast(overdue as bigint), :currency
            from unnest(cast(:payers as text[]), cast(:cases as text[]), cast(:results as text[]),
                    cast(:reasons as text[]), cast(:levels as text[]), cast(:overdue as text[]))
                as o(payer, case_id, result, reason, level, overdue)
            """;
    private static final String SELECT =
            """
            select id, seq, community_id, on_day, opened, continued, skipped, recorded_at
            from dunning_round where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + " and community_id = :community and seq < :before order by seq desc"
                    + " limit :fetch";
    private static final String LIST_OUTCOMES =
            """
            select payer, case_id, result, reason, level, overdue_minor, currency
            from dunning_outcome
            where tenant = :tenant and round_id = :round and payer > :after
            order by payer limit :fetch
            """;

    private final JdbcClient db;

    DunningRoundStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A round.
     *
     * @param id which one
     * @param community of which community
     * @param on the day
     * @param counts what came of it
     * @param recordedAt when the row was made
     * @param seq grows with every round; zero for one that is to be added
     */
    public record RoundRow(
            String id,
            String community,
            LocalDate on,
            Counts counts,
            Instant recordedAt,
            long seq) {}

    /**
     * What came of a round.
     *
     * @param opened how many cases were opened
     * @param continued how many go on
     * @param skipped how many payers were passed over
     */
    public record Counts(int opened, int continued, int skipped) {}

    /**
     * What a round did with a payer.
     *
     * @param payer who
     * @param caseId the case; null if there is none
     * @param result what was done
     * @param reason why
     * @param level the next level; null where every level was taken
     * @param overdue what was late and not deferred
     */
    public record OutcomeRow(
            Payer payer,
            @Nullable String caseId,
            String result,
            String reason,
            @Nullable String level,
            Money overdue) {}

    /**
     * Adds a round.
     *
     * @param tenant the company
     * @param row the round
     * @param outcomes one per payer, in the currency of the books
     * @param by who asked for it
     */
    public void add(String tenant, RoundRow row, List<OutcomeRow> outcomes, Actor by) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("community", row.community())
                .param("on", row.on())
                .param("opened", row.counts().opened())
                .param("continued", row.counts().continued())
                .param("skipped", row.counts().skipped())
                .param("at", Sql.at(row.recordedAt()))
                .param("staff", by.staff().value())
                .param("post", by.post().value())
                .param("authority", by.authorityVersion())
                .update();
        if (!outcomes.isEmpty()) {
            addAll(tenant, row.id(), outcomes);
        }
    }

    private void addAll(String tenant, String round, List<OutcomeRow> outcomes) {
        db.sql(OUTCOMES)
                .param("tenant", tenant)
                .param("round", round)
                .param("payers", Sql.array(outcomes, one -> one.payer().toString()))
                .param("cases", Sql.array(outcomes, OutcomeRow::caseId))
                .param("results", Sql.array(outcomes, OutcomeRow::result))
                .param("reasons", Sql.array(outcomes, OutcomeRow::reason))
                .param("levels", Sql.array(outcomes, OutcomeRow::level))
                .param(
                        "overdue",
                        Sql.array(outcomes, one -> String.valueOf(one.overdue().minorUnits())))
                .param("currency", outcomes.get(0).overdue().currency().getCurrencyCode())
                .update();
    }

    /**
     * Reads a round.
     *
     * @param tenant the company
     * @param id the round id
     * @return empty if there is none
     */
    public Optional<RoundRow> find(String tenant, String id) {
        return db.sql(SELECT + " and id = :id")
                .param("tenant", tenant)
                .param("id", id)
                .query(DunningRoundStore::row)
                .optional();
    }

    /**
     * Lists the rounds of a community, newest first.
     *
     * @param tenant the company
     * @param community the community
     * @param request which page
     * @return the page
     */
    public Page<RoundRow> list(String tenant, String community, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("community", community)
                        .param("before", request.beforeNumber())
                        .param("fetch", request.fetch())
                        .query(DunningRoundStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.seq()));
    }

    /**
     * Lists what a round did, by payer.
     *
     * @param tenant the company
     * @param round the round id
     * @param request which page
     * @return the page
     */
    public Page<OutcomeRow> outcomes(String tenant, String round, PageRequest request) {
        return Page.of(
                db.sql(LIST_OUTCOMES)
                        .param("tenant", tenant)
                        .param("round", round)
                        .param("after", request.afterText())
                        .param("fetch", request.fetch())
                        .query(DunningRoundStore::outcome)
                        .list(),
                request,
                row -> row.payer().toString());
    }

    private static RoundRow row(ResultSet row, int index) throws SQLException {
        return new RoundRow(
                row.getString("id"),
                row.getString("community_id"),
                row.getObject("on_day", LocalDate.class),
                new Counts(row.getInt("opened"), row.getInt("continued"), row.getInt("skipped")),
                Sql.instant(row, "recorded_at"),
                row.getLong("seq"));
    }

    private static OutcomeRow outcome(ResultSet row, int index) throws SQLException {
        return new OutcomeRow(
                Payer.parse(row.getString("payer")),
                row.getString("case_id"),
                row.getString("result"),
                row.getString("reason"),
                row.getString("level"),
                ChargeStore.money(row, "overdue_minor"));
    }
}

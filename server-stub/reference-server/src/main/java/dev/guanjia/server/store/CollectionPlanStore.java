package dev.guanjia.server.store;

import dev.guanjia.billing.collection.CollectionPlan;
import dev.guanjia.billing.collection.CollectionPlanAction;
import dev.guanjia.billing.collection.CollectionPlanState;
import dev.guanjia.billing.collection.CollectionPlanStep;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code collection_plan} and {@code collection_plan_event}. */
@Repository
public class CollectionPlanStore {

    private static final String INSERT =
            """
            insert into collection_plan (tenant, id, community_id, name, from_day, to_day, listed_on,
                state, author_id, acting_post, authority_version, recorded_at)
            values (:tenant, :id, :community, :name, :from, :to, :listed,
                :state, :by, :post, :authority, :at)
            """;
    private static final String SELECT =
            """
            select p.id, p.seq, p.community_id, p.name, p.from_day, p.to_day, p.listed_on, p.state,
                p.author_id, p.recorded_at, p.version, e.action, e.on_day, e.reason, e.staff_id,
                e.acting_post, e.authority_version
            from collection_plan p left join collection_plan_event e
                on e.tenant = p.tenant and e.collection_plan_id = p.id and e.reason is not null
            where p.tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and (cast(:community as text) is null or p.community_id = :community)
                    and p.seq < :before order by p.seq desc limit :fetch
                    """;
    private static final String STEP =
            """
            update collection_plan set state = :state, version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String EVENT =
            """
            insert into collection_plan_event (tenant, collection_plan_id, action, on_day, reason,
                recorded_at, staff_id, acting_post, authority_version)
            values (:tenant, :id, :action, :on, :reason, :at, :by, :post, :authority)
            """;

    private final JdbcClient db;

    CollectionPlanStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A plan without its groups.
     *
     * @param id which one
     * @param order grows with every plan
     * @param head what it is
     * @param state where it stands
     * @param ending how it was given up; null unless it was
     * @param authorId who drew it up
     * @param recordedAt when the row was made
     * @param version counted from 1
     */
    public record PlanRow(
            String id,
            long order,
            Head head,
            CollectionPlanState state,
            @Nullable CollectionPlanStep ending,
            String authorId,
            Instant recordedAt,
            long version) {

        /**
         * The plan after a step.
         *
         * @param next as it stands then
         * @return the row as it is then
         */
        public PlanRow next(CollectionPlan next) {
            return new PlanRow(
                    id,
                    order,
                    head,
                    next.state(),
                    next.ending(),
                    authorId,
                    recordedAt,
                    version + 1);
        }
    }

    /**
     * What a plan is.
     *
     * @param communityId of which community
     * @param name what it is called
     * @param days its days
     * @param listedOn what was due before this day is listed
     */
    public record Head(String communityId, String name, DateRange days, LocalDate listedOn) {}

    /**
     * Adds a plan.
     *
     * @param tenant the company
     * @param id names it
     * @param head what it is
     * @param by who drew it up, and when it is recorded
     */
    public void add(String tenant, String id, Head head, By by) {
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", id)
                .param("community", head.communityId())
                .param("name", head.name())
                .param("from", head.days().start())
                .param("to", head.days().end())
                .param("listed", head.listedOn())
                .param("state", CollectionPlanState.DRAFT.name())
                .param("by", by.actor().staff().value())
                .param("post", by.actor().post().value())
                .param("authority", by.actor().authorityVersion())
                .param("at", Sql.at(by.at()))
                .update();
    }

    /**
     * Who does something, and when it is recorded.
     *
     * @param actor who
     * @param at when
     */
    public record By(Actor actor, Instant at) {}

    /**
     * Reads a plan.
     *
     * @param tenant the company
     * @param id the plan id
     * @return empty if there is none
     */
    public Optional<PlanRow> find(String tenant, String id) {
        return find(SELECT + " and p.id = :id", tenant, id);
    }

    /**
     * Reads a plan and keeps others from taking it on until the transaction ends.
     *
     * @param tenant the company
     * @param id the plan id
     * @return empty if there is none
     */
    public Optional<PlanRow> lock(String tenant, String id) {
        return find(SELECT + " and p.id = :id for update of p", tenant, id);
    }

    private Optional<PlanRow> find(String sql, String tenant, String id) {
        return db.sql(sql)
                .param("tenant", tenant)
                .param("id", id)
                .query(CollectionPlanStore::row)
                .optional();
    }

    /**
     * Lists plans, newest first.
     *
     * @param tenant the company
     * @param communityId those of a community only
     * @param request which page
     * @return the page
     */
    public Page<PlanRow> list(String tenant, Optional<String> communityId, PageRequest request) {
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("community", communityId.orElse(null))
                        .param("before", request.beforeNumber())
                        .param("fetch", request.fetch())
                        .query(CollectionPlanStore::row)
                        .list(),
                request,
                row -> String.valueOf(row.order()));
    }

    /**
     * Takes a plan that {@link #lock} gave one step on.
     *
     * @param tenant the company
     * @param row the plan after the step
     * @param step what was done
     * @param at when it is recorded
     */
    public void step(String tenant, PlanRow row, CollectionPlanStep step, Instant at) {
        db.sql(STEP)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("state", row.state().name())
                .update();
        db.sql(EVENT)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("action", step.action().name())
                .param("on", step.on())
                .param("reason", step.action().isGivingUp() ? step.reason() : null)
                .param("at", Sql.at(at))
                .param("by", step.by().staff().value())
                .param("post", step.by().post().value())
                .param("authority", step.by().authorityVersion())
                .update();
    }

    private static @Nullable CollectionPlanStep ending(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null
                ? null
                : new CollectionPlanStep(
                        CollectionPlanAction.valueOf(row.getString("action")),
                        new Actor(
                                new StaffId(row.getString("staff_id")),
                                new PostKey(row.getString("acting_post")),
                                row.getString("authority_version")),
                        row.getObject("on_day", LocalDate.class),
                        reason);
    }

    private static PlanRow row(ResultSet row, int index) throws SQLException {
        return new PlanRow(
                row.getString("id"),
                row.getLong("seq"),
                new Head(
                        row.getString("community_id"),
                        row.getString("name"),
                        new DateRange(
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("to_day", LocalDate.class)),
                        row.getObject("listed_on", LocalDate.class)),
                CollectionPlanState.valueOf(row.getString("state")),
                ending(row),
                row.getString("author_id"),
                Sql.instant(row, "recorded_at"),
                row.getLong("version"));
    }
}

package dev.guanjia.server.store;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.property.CommunityId;
import dev.guanjia.security.patrol.PatrolAreas;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code patrol_area} and {@code duty_round}: what patrols cover, and when. */
@Repository
public class PatrolStore {

    private static final String ADD_AREA =
            """
            insert into patrol_area (tenant, id, zh, en, posts, community_id, from_day)
            values (:tenant, :id, :zh, :en, cast(:posts as text[]), :community, :from)
            on conflict do nothing
            """;
    private static final String AREAS =
            """
            select id, zh, en, posts, community_id, from_day, to_day from patrol_area
            where tenant = :tenant
            """;
    private static final String END_AREA =
            """
            update patrol_area set to_day = :to where tenant = :tenant and id = :id
            """;
    private static final String ADD_ROUND =
            """
            insert into duty_round
                (tenant, id, occurrence_id, area_id, covered_at, covered_by, patrol_round_id,
                recorded_at)
            values (:tenant, :id, :occurrence, :area, :at, :by, :patrol, :recorded)
            """;
    private static final String SELECT_ROUNDS =
            """
            select id, seq, occurrence_id, area_id, covered_at, covered_by, patrol_round_id
            from duty_round where tenant = :tenant
            """;
    private static final String ROUNDS =
            SELECT_ROUNDS + " and occurrence_id = any(cast(:ids as text[])) order by seq";
    private static final String LIST =
            SELECT_ROUNDS
                    + """
                     and occurrence_id = :occurrence
                    and (covered_at, seq) > (:at, :seq)
                    order by covered_at, seq limit :fetch
                    """;

    private final JdbcClient db;

    PatrolStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * An area.
     *
     * @param name its key and what it is called
     * @param posts the posts whose patrols cover it
     * @param communityId where it is; null where rounds of any community cover it
     * @param from the first day
     * @param to the first day without it; null while no end is known
     */
    public record AreaRow(
            Named name,
            List<String> posts,
            @Nullable String communityId,
            LocalDate from,
            @Nullable LocalDate to) {

        /** What it is among the areas that duties ask for. */
        public PatrolAreas.Area area() {
            return new PatrolAreas.Area(
                    name.id(),
                    posts.stream().map(PostKey::new).collect(Collectors.toSet()),
                    Optional.ofNullable(communityId).map(CommunityId::new),
                    from,
                    Optional.ofNullable(to));
        }

        /** Whether it is to be covered on a day. */
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (to == null || day.isBefore(to));
        }
    }

    /**
     * That an area was covered.
     *
     * @param id the row
     * @param seq the number of the row; 0 for a new one
     * @param occurrenceId the occurrence
     * @param area the area
     * @param at when
     * @param by who covered it
     * @param patrolRound on which patrol round; null if it was entered by hand
     */
    public record RoundRow(
            String id,
            long seq,
            String occurrenceId,
            String area,
            Instant at,
            String by,
            @Nullable String patrolRound) {}

    /** Adds an area; false if there is one of that key. */
    public boolean add(String tenant, AreaRow row) {
        return db.sql(ADD_AREA)
                        .param("tenant", tenant)
                        .param("id", row.name().id())
                        .param("zh", row.name().zh())
                        .param("en", row.name().en())
                        .param("posts", row.posts().toArray(new String[0]))
                        .param("community", row.communityId())
                        .param("from", row.from())
                        .update()
                == 1;
    }

    /** The areas of a company, ended or not, by id. */
    public List<AreaRow> areas(String tenant) {
        return db.sql(AREAS + " order by id")
                .param("tenant", tenant)
                .query(PatrolStore::area)
                .list();
    }

    /** The same as duties ask for them. */
    public PatrolAreas asked(String tenant) {
        return new PatrolAreas(areas(tenant).stream().map(AreaRow::area).toList());
    }

    /** Reads an area that is about to end. */
    public Optional<AreaRow> lock(String tenant, String id) {
        return db.sql(AREAS + " and id = :id for update")
                .param("tenant", tenant)
                .param("id", id)
                .query(PatrolStore::area)
                .optional();
    }

    /** Ends an area. */
    public void end(String tenant, String id, LocalDate to) {
        db.sql(END_AREA).param("tenant", tenant).param("id", id).param("to", to).update();
    }

    /** Adds a round. */
    public void add(String tenant, RoundRow row, Instant recordedAt) {
        db.sql(ADD_ROUND)
                .param("tenant", tenant)
                .param("id", row.id())
                .param("occurrence", row.occurrenceId())
                .param("area", row.area())
                .param("at", Sql.at(row.at()))
                .param("by", row.by())
                .param("patrol", row.patrolRound())
                .param("recorded", Sql.at(recordedAt))
                .update();
    }

    /** The rounds of several occurrences. */
    public List<RoundRow> rounds(String tenant, Collection<String> occurrenceIds) {
        return db.sql(ROUNDS)
                .param("tenant", tenant)
                .param("ids", occurrenceIds.toArray(new String[0]))
                .query(PatrolStore::round)
                .list();
    }

    /** A page of the rounds of an occurrence, oldest first. */
    public Page<RoundRow> list(String tenant, String occurrenceId, PageRequest request) {
        MomentKey after = MomentKey.earliestNumberedFirst(request);
        return Page.of(
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("occurrence", occurrenceId)
                        .param("at", Sql.at(after.at()))
                        .param("seq", after.number())
                        .param("fetch", request.fetch())
                        .query(PatrolStore::round)
                        .list(),
                request,
                row -> MomentKey.text(row.at(), String.valueOf(row.seq())));
    }

    private static AreaRow area(ResultSet row, int index) throws SQLException {
        return new AreaRow(
                new Named(row.getString("id"), row.getString("zh"), row.getString("en")),
                DutyRhythmStore.texts(row, "posts"),
                row.getString("community_id"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class));
    }

    private static RoundRow round(ResultSet row, int index) throws SQLException {
        return new RoundRow(
                row.getString("id"),
                row.getLong("seq"),
                row.getString("occurrence_id"),
                row.getString("area_id"),
                Sql.instant(row, "covered_at"),
                row.getString("covered_by"),
                row.getString("patrol_round_id"));
    }
}

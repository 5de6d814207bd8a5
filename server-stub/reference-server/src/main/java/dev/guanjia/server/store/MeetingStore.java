package dev.guanjia.server.store;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.PlanEvent.Act;
import dev.guanjia.plan.meeting.ActionItem;
import dev.guanjia.plan.meeting.ActionItemId;
import dev.guanjia.plan.meeting.Meeting;
import dev.guanjia.plan.meeting.MeetingAction;
import dev.guanjia.plan.meeting.MeetingEvent;
import dev.guanjia.plan.meeting.MeetingHead;
import dev.guanjia.plan.meeting.MeetingId;
import dev.guanjia.plan.meeting.MeetingKind;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PlanningStepStore.Place;
import dev.guanjia.server.store.PlanningStepStore.StepRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code meeting}: meetings with what they decided. */
@Repository
public class MeetingStore {

    private static final String INSERT =
            """
            insert into meeting (tenant, id, kind, subject, held_on, chair, recorder, state)
            values (:tenant, :id, :kind, :subject, :day, :chair, :recorder, :state)
            """;
    private static final String UPDATE =
            """
            update meeting set state = :state, items = cast(:items as jsonb), version = version + 1
            where tenant = :tenant and id = :id
            """;
    private static final String SELECT =
            """
            select id, seq, kind, subject, held_on, chair, recorder, items, version
            from meeting where tenant = :tenant
            """;
    private static final String LIST =
            SELECT
                    + """
                     and (held_on, seq) < (:afterDay, :afterSeq)
                     and (cast(:kind as text) is null or kind = :kind)
                     and (cast(:state as text) is null or state = :state)
                     and (cast(:from as date) is null or held_on >= :from)
                     and (cast(:to as date) is null or held_on <= :to)
                    order by held_on desc, seq desc limit :fetch
                    """;
    private static final String MINUTED =
            SELECT + " and state = 'MINUTED' and held_on >= :start and held_on < :end order by seq";
    private static final List<String> FIRST = List.of("9999-12-31", "" + Long.MAX_VALUE);

    private final JdbcClient db;
    private final PlanningStepStore steps;
    private final JsonMapper mapper;
    private final List<MeetingKind> kinds = MeetingKind.load();

    MeetingStore(JdbcClient db, PlanningStepStore steps, JsonMapper mapper) {
        this.db = db;
        this.steps = steps;
        this.mapper = mapper;
    }

    /**
     * A meeting.
     *
     * @param meeting the meeting
     * @param seq its number in the order in which meetings were called
     * @param version counted from one
     */
    public record MeetingRow(Meeting meeting, long seq, long version) {}

    /**
     * Which meetings are asked for; null for any.
     *
     * @param kind the kind
     * @param state the state
     * @param from held on this day or later
     * @param to held on this day or earlier
     */
    public record Filter(
            @Nullable String kind,
            @Nullable String state,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** A decision as the table keeps it; who confirms it is a list of at most one. */
    private record Item(
            String id, String text, String owner, LocalDate node, List<String> verifier) {

        static Item of(ActionItem item) {
            return new Item(
                    item.id().value(),
                    item.text(),
                    item.owner().value(),
                    item.node(),
                    item.verifier().map(PostKey::value).stream().toList());
        }

        ActionItem item() {
            return new ActionItem(
                    new ActionItemId(id),
                    text,
                    new PostKey(owner),
                    node,
                    verifier.stream().map(PostKey::new).findFirst());
        }
    }

    /** A row of the table, without what was done. */
    private record Raw(MeetingHead head, List<ActionItem> items, long seq, long version) {

        String id() {
            return head.id().value();
        }

        MeetingRow with(List<StepRow> steps) {
            List<MeetingEvent> events = steps.stream().map(MeetingStore::event).toList();
            return new MeetingRow(new Meeting(head, items, events), seq, version);
        }
    }

    /**
     * Adds a meeting that is called.
     *
     * @param tenant the company
     * @param meeting the meeting
     */
    public void add(String tenant, Meeting meeting) {
        MeetingHead head = meeting.head();
        db.sql(INSERT)
                .param("tenant", tenant)
                .param("id", head.id().value())
                .param("kind", head.kind().id())
                .param("subject", head.subject())
                .param("day", head.day())
                .param("chair", head.chair().value())
                .param("recorder", head.recorder().value())
                .param("state", meeting.state().name())
                .update();
    }

    /**
     * Keeps a meeting after a step.
     *
     * @param tenant the company
     * @param meeting the meeting afterwards
     * @param recordedAt when the row is made
     */
    public void step(String tenant, Meeting meeting, Instant recordedAt) {
        String id = meeting.head().id().value();
        int line = meeting.events().size();
        MeetingEvent last = meeting.events().get(line - 1);
        List<Item> items = meeting.items().stream().map(Item::of).toList();
        db.sql(UPDATE)
                .param("tenant", tenant)
                .param("id", id)
                .param("state", meeting.state().name())
                .param("items", mapper.writeValueAsString(items))
                .update();
        Act act = last.act();
        steps.add(
                new Place(tenant, id, line),
                new StepRow(last.action().name(), act.actor(), act.at(), act.note()),
                recordedAt);
    }

    /**
     * Reads a meeting.
     *
     * @param tenant the company
     * @param id which
     * @return the meeting, or empty
     */
    public Optional<MeetingRow> find(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id");
    }

    /**
     * Reads a meeting that is about to change.
     *
     * @param tenant the company
     * @param id which
     * @return the meeting, locked, or empty
     */
    public Optional<MeetingRow> lock(String tenant, String id) {
        return one(tenant, id, SELECT + " and id = :id for update");
    }

    private Optional<MeetingRow> one(String tenant, String id, String sql) {
        return read(tenant, db.sql(sql).param("tenant", tenant).param("id", id)).stream()
                .findFirst();
    }

    /**
     * Lists meetings, the latest day first.
     *
     * @param tenant the company
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<MeetingRow> list(String tenant, Filter filter, PageRequest request) {
        List<String> after = request.afterParts(FIRST);
        JdbcClient.StatementSpec statement =
                db.sql(LIST)
                        .param("tenant", tenant)
                        .param("afterDay", PageRequest.day(after.get(0)))
                        .param("afterSeq", PageRequest.number(after.get(1)))
                        .param("kind", filter.kind())
                        .param("state", filter.state())
                        .param("from", filter.from())
                        .param("to", filter.to())
                        .param("fetch", request.fetch());
        return Page.of(read(tenant, statement), request, MeetingStore::key);
    }

    /**
     * Reads the meetings of a range whose minutes are issued.
     *
     * @param tenant the company
     * @param range the days
     * @return the meetings in the order in which they were called
     */
    public List<MeetingRow> minuted(String tenant, DateRange range) {
        return read(
                tenant,
                db.sql(MINUTED)
                        .param("tenant", tenant)
                        .param("start", range.start())
                        .param("end", range.end()));
    }

    private static String key(MeetingRow row) {
        return PageRequest.join(row.meeting().head().day().toString(), Long.toString(row.seq()));
    }

    private List<MeetingRow> read(String tenant, JdbcClient.StatementSpec statement) {
        List<Raw> rows = statement.query((row, index) -> raw(row)).list();
        Map<String, List<StepRow>> done = steps.of(tenant, rows.stream().map(Raw::id).toList());
        return rows.stream().map(row -> row.with(done.getOrDefault(row.id(), List.of()))).toList();
    }

    private Raw raw(ResultSet row) throws SQLException {
        MeetingHead head =
                new MeetingHead(
                        new MeetingId(row.getString("id")),
                        kind(row.getString("kind")),
                        row.getString("subject"),
                        row.getObject("held_on", LocalDate.class),
                        new PostKey(row.getString("chair")),
                        new PostKey(row.getString("recorder")));
        List<ActionItem> items =
                List.of(mapper.readValue(row.getString("items"), Item[].class)).stream()
                        .map(Item::item)
                        .toList();
        return new Raw(head, items, row.getLong("seq"), row.getLong("version"));
    }

    private MeetingKind kind(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
    }

    private static MeetingEvent event(StepRow step) {
        return new MeetingEvent(
                MeetingAction.valueOf(step.action()),
                new Act(step.actor(), step.at(), step.note()));
    }
}

package dev.guanjia.server.store;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.duty.DutyAction;
import dev.guanjia.duty.DutyEvent;
import dev.guanjia.duty.DutyId;
import dev.guanjia.duty.Evidence;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code duty_record} and {@code duty_event}: what happened to occurrences. */
@Repository
public class DutyStore {

    /** Makes the row or takes the one that is there; either way it is locked. */
    private static final String LOCK =
            """
            insert into duty_record (tenant, id, duty_id, post, cadence, period_start, part)
            values (:tenant, :id, :duty, :post, :cadence, :start, :part)
            on conflict (tenant, id) do update set id = excluded.id
            """;

    private static final String INSERT_EVENT =
            """
            insert into duty_event (tenant, occurrence_id, line, action, occurred_at, recorded_at,
                staff_id, acting_post, authority_version, evidence, note, escalated_to)
            values (:tenant, :id, :line, :action, :at, :recorded,
                :staff, :post, :authority, cast(:evidence as jsonb), :note, :level)
            """;
    private static final String EVENTS =
            """
            select action, occurred_at, staff_id, acting_post, authority_version, evidence, note,
                escalated_to
            from duty_event where tenant = :tenant and occurrence_id = :id order by line
            """;
    private static final String BETWEEN =
            """
            select r.duty_id, r.post, r.cadence, r.period_start, r.part, e.action,
                e.occurred_at, e.staff_id, e.acting_post, e.authority_version, e.evidence, e.note,
                e.escalated_to
            from duty_record r
            join duty_event e on e.tenant = r.tenant and e.occurrence_id = r.id
            where r.tenant = :tenant and r.period_start >= :start and r.period_start < :end
            order by e.occurrence_id, e.line
            """;

    private static final String OF =
            """
            select occurrence_id, action, occurred_at, staff_id, acting_post, authority_version,
                evidence, note, escalated_to
            from duty_event
            where tenant = :tenant and occurrence_id = any(cast(:ids as text[]))
            order by occurrence_id, line
            """;

    private final JdbcClient db;
    private final JsonMapper mapper;

    DutyStore(JdbcClient db, JsonMapper mapper) {
        this.db = db;
        this.mapper = mapper;
    }

    /**
     * An occurrence of a company.
     *
     * @param tenant the company
     * @param id the occurrence
     * @param key what it stands for
     */
    public record Occurrence(String tenant, String id, OccurrenceKey key) {}

    /**
     * Reads what happened to an occurrence that is about to change.
     *
     * @param occurrence which
     * @return the events in order
     */
    public List<DutyEvent> lock(Occurrence occurrence) {
        OccurrenceKey key = occurrence.key();
        db.sql(LOCK)
                .param("tenant", occurrence.tenant())
                .param("id", occurrence.id())
                .param("duty", key.duty().value())
                .param("post", key.post().value())
                .param("cadence", key.cadence().name())
                .param("start", key.start())
                .param("part", key.part())
                .update();
        return events(occurrence.tenant(), occurrence.id());
    }

    /**
     * Reads what happened to an occurrence.
     *
     * @param tenant the company
     * @param id the occurrence
     * @return the events in order
     */
    public List<DutyEvent> events(String tenant, String id) {
        return db.sql(EVENTS)
                .param("tenant", tenant)
                .param("id", id)
                .query((row, index) -> event(row))
                .list();
    }

    /**
     * Adds what happened last.
     *
     * @param occurrence to which
     * @param events all that happened; the last is new
     * @param recordedAt when the row is made
     */
    public void add(Occurrence occurrence, List<DutyEvent> events, Instant recordedAt) {
        DutyEvent event = events.get(events.size() - 1);
        db.sql(INSERT_EVENT)
                .param("tenant", occurrence.tenant())
                .param("id", occurrence.id())
                .param("line", events.size())
                .param("action", event.action().name())
                .param("at", Sql.at(event.at()))
                .param("recorded", Sql.at(recordedAt))
                .param("staff", event.actor().staff().value())
                .param("post", event.actor().post().value())
                .param("authority", event.actor().authorityVersion())
                .param("evidence", mapper.writeValueAsString(evidence(event)))
                .param("note", note(event))
                .param("level", level(event))
                .update();
    }

    /**
     * Reads what happened to the occurrences whose periods begin in a range.
     *
     * @param tenant the company
     * @param range the days
     * @return the events of each in order; occurrences to which nothing happened are left out
     */
    public Map<OccurrenceKey, List<DutyEvent>> between(String tenant, DateRange range) {
        Map<OccurrenceKey, List<DutyEvent>> events = new TreeMap<>();
        db.sql(BETWEEN)
                .param("tenant", tenant)
                .param("start", range.start())
                .param("end", range.end())
                .query(
                        (row, index) ->
                                events.computeIfAbsent(key(row), key -> new ArrayList<>())
                                        .add(event(row)))
                .list();
        return events;
    }

    /**
     * Reads what happened to some occurrences.
     *
     * @param tenant the company
     * @param ids of which occurrences
     * @return the events of each in order; occurrences to which nothing happened are left out
     */
    public Map<String, List<DutyEvent>> of(String tenant, Collection<String> ids) {
        Map<String, List<DutyEvent>> events = new TreeMap<>();
        db.sql(OF)
                .param("tenant", tenant)
                .param("ids", Sql.array(ids, id -> id))
                .query(
                        (row, index) ->
                                events.computeIfAbsent(
                                                row.getString("occurrence_id"),
                                                key -> new ArrayList<>())
                                        .add(event(row)))
                .list();
        return events;
    }

    private static List<Evidence> evidence(DutyEvent event) {
        return event instanceof DutyEvent.Performed performed ? performed.evidence() : List.of();
    }

    private static String note(DutyEvent event) {
        if (event instanceof DutyEvent.Confirmed confirmed) {
            return confirmed.note();
        }
        if (event instanceof DutyEvent.Returned returned) {
            return returned.note();
        }
        if (event instanceof DutyEvent.Escalated escalated) {
            return escalated.note();
        }
        return event instanceof DutyEvent.Waived waived ? waived.reason() : "";
    }

    private static @Nullable String level(DutyEvent event) {
        return event instanceof DutyEvent.Escalated escalated ? escalated.to().value() : null;
    }

    private static OccurrenceKey key(ResultSet row) throws SQLException {
        return new OccurrenceKey(
                new DutyId(row.getString("duty_id")),
                new PostKey(row.getString("post")),
                Cadence.valueOf(row.getString("cadence")),
                row.getObject("period_start", LocalDate.class),
                row.getString("part"));
    }

    private DutyEvent event(ResultSet row) throws SQLException {
        Actor actor =
                new Actor(
                        new StaffId(row.getString("staff_id")),
                        new PostKey(row.getString("acting_post")),
                        row.getString("authority_version"));
        Instant at = Sql.instant(row, "occurred_at");
        String note = row.getString("note");
        return switch (DutyAction.valueOf(row.getString("action"))) {
            case PERFORM ->
                    new DutyEvent.Performed(
                            actor,
                            at,
                            List.of(mapper.readValue(row.getString("evidence"), Evidence[].class)));
            case CONFIRM -> new DutyEvent.Confirmed(actor, at, note);
            case RETURN -> new DutyEvent.Returned(actor, at, note);
            case ESCALATE ->
                    new DutyEvent.Escalated(
                            actor, at, new PostKey(row.getString("escalated_to")), note);
            case WAIVE -> new DutyEvent.Waived(actor, at, note);
        };
    }
}

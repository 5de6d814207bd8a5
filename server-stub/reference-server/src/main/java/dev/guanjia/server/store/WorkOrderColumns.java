package dev.guanjia.server.store;

import dev.guanjia.calendar.DueTime;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Handling;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Requester;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.DueOrigin;
import dev.guanjia.workorder.level.LevelRefusal;
import dev.guanjia.workorder.level.ServiceLevelId;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A work order as a row of its table. */
@Component
class WorkOrderColumns {

    private final JsonMapper mapper;

    WorkOrderColumns(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** What may change in the life of an order, and its key. */
    static MapSqlParameterSource changing(String tenant, WorkOrderRow row) {
        WorkOrder order = row.order();
        Handling handling = order.handling();
        return new MapSqlParameterSource()
                .addValue("tenant", tenant)
                .addValue("id", row.id())
                .addValue("state", order.state().name())
                .addValue(
                        "assignee",
                        handling.assignee() == null ? null : handling.assignee().value())
                .addValue("resolved", at(handling.endedAt()))
                .addValue(
                        "exclusion", order.isExcludedFromRates() ? handling.outcome().name() : null)
                .addValue("callBacks", handling.callBacks())
                .addValue("last", at(handling.lastEventAt()))
                .addValue("workers", Sql.array(row.workers(), StaffId::value))
                .addValue("version", row.version());
    }

    /** All columns. */
    MapSqlParameterSource all(String tenant, WorkOrderRow row) {
        Intake intake = row.order().intake();
        Due due = row.order().due();
        Optional<Requester> requester = Optional.ofNullable(intake.reception().requester());
        return changing(tenant, row)
                .addValue("severity", intake.triage().severity().name())
                .addValue("placeKind", intake.triage().place().name())
                .addValue("customer", requester.map(who -> who.as().name()).orElse(null))
                .addValue("contact", requester.map(Requester::contact).orElse(null))
                .addValue("name", requester.map(Requester::name).orElse(null))
                .addValue("phone", requester.map(Requester::phone).orElse(null))
                .addValue("kind", intake.kind().name())
                .addValue("community", intake.community().value())
                .addValue(
                        "building",
                        intake.site().building() == null ? null : intake.site().building().value())
                .addValue("area", intake.site().area())
                .addValue("needs", Sql.array(intake.needs(), QualificationKey::value))
                .addValue("unit", intake.unit() == null ? null : intake.unit().value())
                .addValue("title", intake.title())
                .addValue("description", intake.description())
                .addValue("channel", intake.reception().channel())
                .addValue("reference", intake.reception().sourceReference())
                .addValue("received", at(intake.reception().receivedAt()))
                .addValue("origin", due.origin().name())
                .addValue("due", at(due.dueAt().orElse(null)))
                .addValue("level", due.serviceLevel().map(ServiceLevelId::value).orElse(null))
                .addValue("steps", mapper.writeValueAsString(due.steps()))
                .addValue("pausedSince", due instanceof Due.Paused still ? at(still.since()) : null)
                .addValue("unknown", due instanceof Due.Unknown lost ? doubt(lost) : null)
                .addValue("recorded", at(row.recordedAt()));
    }

    WorkOrderRow row(ResultSet row, int index) throws SQLException {
        WorkOrder order =
                new WorkOrder(
                        new WorkOrderId(row.getString("id")),
                        intake(row),
                        due(row),
                        WorkOrderState.valueOf(row.getString("state")),
                        handling(row));
        return new WorkOrderRow(
                order,
                Sql.instant(row, "recorded_at"),
                row.getLong("version"),
                row.getString("parent_id"),
                row.getString("equipment_id"),
                workers(row));
    }

    private static Set<StaffId> workers(ResultSet row) throws SQLException {
        Set<StaffId> workers = new TreeSet<>();
        for (String id : (String[]) row.getArray("workers").getArray()) {
            workers.add(new StaffId(id));
        }
        return workers;
    }

    private static Intake intake(ResultSet row) throws SQLException {
        return new Intake(
                WorkOrderKind.valueOf(row.getString("kind")),
                site(row),
                row.getString("title"),
                row.getString("description"),
                Sql.texts(row, "needs").stream().map(QualificationKey::new).toList(),
                new Triage(
                        Severity.valueOf(row.getString("severity")),
                        PlaceKind.valueOf(row.getString("place_kind"))),
                new Reception(
                        row.getString("channel"),
                        Sql.instant(row, "received_at"),
                        row.getString("source_reference"),
                        requester(row)));
    }

    private static Site site(ResultSet row) throws SQLException {
        String unit = row.getString("unit_id");
        String building = row.getString("building_id");
        return new Site(
                new CommunityId(row.getString("community_id")),
                unit == null ? null : new UnitId(unit),
                building == null ? null : new BuildingId(building),
                row.getString("area"));
    }

    static @Nullable Requester requester(ResultSet row) throws SQLException {
        String customer = row.getString("requester_class");
        return customer == null
                ? null
                : new Requester(
                        CustomerClass.valueOf(customer),
                        row.getString("requester_contact"),
                        row.getString("requester_name"),
                        row.getString("requester_phone"));
    }

    private Due due(ResultSet row) throws SQLException {
        return switch (DueOrigin.valueOf(row.getString("due_origin"))) {
            case SERVICE_LEVEL -> bound(row, new ServiceLevelId(row.getString("service_level_id")));
            case GIVEN -> new Due.Given(Sql.instant(row, "due_at"));
            case NONE -> new Due.Unlimited();
        };
    }

    private Due bound(ResultSet row, ServiceLevelId level) throws SQLException {
        String unknown = row.getString("due_unknown");
        if (unknown != null) {
            Doubt doubt = mapper.readValue(unknown, Doubt.class);
            return new Due.Unknown(
                    level,
                    new Refusal(LevelRefusal.valueOf(doubt.reason()), doubt.facts()),
                    doubt.after());
        }
        if (row.getObject("due_paused_since") != null) {
            return new Due.Paused(level, Sql.instant(row, "due_paused_since"));
        }
        return new Due.ByServiceLevel(
                level, new DueTime(Sql.instant(row, "due_at"), steps(row.getString("due_steps"))));
    }

    /** Why a due time is not known, as the column has it. */
    private record Doubt(String reason, Map<String, String> facts, Instant after) {}

    private String doubt(Due.Unknown due) {
        Refusal reason = due.reason();
        LevelRefusal code = (LevelRefusal) reason.code();
        return mapper.writeValueAsString(new Doubt(code.name(), reason.facts(), due.after()));
    }

    private List<DueTime.Step> steps(String json) {
        return List.of(mapper.readValue(json, DueTime.Step[].class));
    }

    private static Handling handling(ResultSet row) throws SQLException {
        String assignee = row.getString("assignee_id");
        OffsetDateTime ended = row.getObject("resolved_at", OffsetDateTime.class);
        return new Handling(
                assignee == null ? null : new StaffId(assignee),
                outcome(row.getString("exclusion"), ended),
                ended == null ? null : ended.toInstant(),
                row.getInt("call_backs"),
                Sql.instant(row, "last_event_at"));
    }

    private static WorkOrderOutcome outcome(
            @Nullable String exclusion, @Nullable OffsetDateTime ended) {
        if (exclusion != null) {
            return WorkOrderOutcome.valueOf(exclusion);
        }
        return ended == null ? WorkOrderOutcome.OPEN : WorkOrderOutcome.HANDLED;
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : Sql.at(instant);
    }
}

package dev.guanjia.server.store;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.store.ServiceRequestStore.RequestRow;
import dev.guanjia.server.store.WorkOrderEventStore.Author;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.Attachment;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Requester;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import dev.guanjia.workorder.request.RequestLife;
import dev.guanjia.workorder.request.RequestOrder;
import dev.guanjia.workorder.request.ServiceRequest;
import dev.guanjia.workorder.request.ServiceRequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A request as a row of its tables. */
@Component
class ServiceRequestColumns {

    private final JsonMapper mapper;

    ServiceRequestColumns(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** All columns. */
    MapSqlParameterSource all(String tenant, RequestRow row) {
        ServiceRequest request = row.life().request();
        Reception reception = request.reception();
        Optional<Requester> who = Optional.ofNullable(reception.requester());
        UnitId unit = request.unit();
        return new MapSqlParameterSource()
                .addValue("tenant", tenant)
                .addValue("id", row.id())
                .addValue("community", request.community().value())
                .addValue("unit", unit == null ? null : unit.value())
                .addValue("words", request.words())
                .addValue("channel", reception.channel())
                .addValue("reference", reception.sourceReference())
                .addValue("received", Sql.at(reception.receivedAt()))
                .addValue("customer", who.map(one -> one.as().name()).orElse(null))
                .addValue("contact", who.map(Requester::contact).orElse(null))
                .addValue("name", who.map(Requester::name).orElse(null))
                .addValue("phone", who.map(Requester::phone).orElse(null))
                .addValue("attachments", mapper.writeValueAsString(request.attachments()))
                .addValue("staff", row.author().staffId())
                .addValue("post", row.author().post())
                .addValue("authority", row.author().authority())
                .addValue("recorded", Sql.at(row.recordedAt()));
    }

    RequestRow row(ResultSet row, int index) throws SQLException {
        return new RequestRow(
                new RequestLife(request(row), answer(row), orders(row)),
                new Author(
                        row.getString("staff_id"),
                        row.getString("acting_post"),
                        row.getString("authority_version")),
                Sql.instant(row, "recorded_at"));
    }

    private ServiceRequest request(ResultSet row) throws SQLException {
        String unit = row.getString("unit_id");
        return new ServiceRequest(
                new ServiceRequestId(row.getString("id")),
                new CommunityId(row.getString("community_id")),
                unit == null ? null : new UnitId(unit),
                row.getString("words"),
                new Reception(
                        row.getString("channel"),
                        Sql.instant(row, "received_at"),
                        row.getString("source_reference"),
                        WorkOrderColumns.requester(row)),
                List.of(mapper.readValue(row.getString("attachments"), Attachment[].class)));
    }

    private static @Nullable Act answer(ResultSet row) throws SQLException {
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return answered == null
                ? null
                : new Act(
                        new Actor(
                                new StaffId(row.getString("answered_by")),
                                new PostKey(row.getString("answered_as")),
                                row.getString("answered_under")),
                        answered.toInstant(),
                        row.getString("said"));
    }

    private static List<RequestOrder> orders(ResultSet row) throws SQLException {
        List<String> states = Sql.texts(row, "states");
        List<String> outcomes = Sql.texts(row, "outcomes");
        List<RequestOrder> orders = new ArrayList<>();
        for (String id : Sql.texts(row, "ids")) {
            orders.add(
                    new RequestOrder(
                            new WorkOrderId(id),
                            WorkOrderState.valueOf(states.get(orders.size())),
                            WorkOrderOutcome.valueOf(outcomes.get(orders.size()))));
        }
        return orders;
    }
}

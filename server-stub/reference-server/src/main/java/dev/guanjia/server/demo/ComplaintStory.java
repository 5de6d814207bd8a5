package dev.guanjia.server.demo;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.model.ServiceStanding;
import dev.guanjia.client.model.WorkOrder;
import dev.guanjia.client.model.WorkOrderEvent;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Tells one complaint from the owner's call to the call-back that found the owner satisfied. */
final class ComplaintStory {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final int MOST = 200;

    private final Console console;
    private final Guanjia reader;

    ComplaintStory(Console console, Guanjia reader) {
        this.console = console;
        this.reader = reader;
    }

    /** The states it went through, in their order. */
    List<String> tell(String order, OffsetDateTime asOf) {
        WorkOrder complaint = reader.workOrders().getWorkOrder(order, asOf);
        List<WorkOrderEvent> events =
                reader.workOrders().listWorkOrderEvents(order, MOST, null).getItems();
        console.heading("complaint.heading", complaint.getTitle());
        for (ServiceStanding goal :
                reader.serviceLevels().getWorkOrderServiceLevel(order, asOf).getGoals()) {
            console.say("complaint.due", goal.getGoal(), goal.getExplanation());
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(received(complaint));
        events.forEach(event -> rows.add(row(event)));
        console.table(rows, List.of());
        return events.stream().map(WorkOrderEvent::getTo).toList();
    }

    private static List<String> received(WorkOrder complaint) {
        String at = moment(complaint.getReceivedAt());
        return List.of(at, complaint.getChannel(), "", "RECEIVED", complaint.getTitle());
    }

    private static String moment(OffsetDateTime at) {
        return at.atZoneSameInstant(DemoPlan.ZONE).format(MOMENT);
    }

    private static List<String> row(WorkOrderEvent event) {
        String note = event.getNote();
        return List.of(
                moment(event.getOccurredAt()),
                event.getPost(),
                event.getAction(),
                event.getTo(),
                note == null ? "" : note);
    }
}

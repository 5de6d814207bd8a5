package dev.guanjia.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.SharedData;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.property.CommunityId;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Boston's housing requests of 2015, each with the city's own state and verdict. */
class SharedDataServiceRequestsTest {

    private static final List<String> COLUMNS =
            List.of(
                    "CASE_ENQUIRY_ID",
                    "OPEN_DT",
                    "TARGET_DT",
                    "CLOSED_DT",
                    "OnTime_Status",
                    "CASE_STATUS",
                    "CLOSURE_REASON",
                    "SUBJECT",
                    "REASON",
                    "TYPE",
                    "Department",
                    "Source");
    private static final ZoneId BOSTON = ZoneId.of("America/New_York");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("MM/dd/yyyy hh:mm:ss a", Locale.ENGLISH);
    private static final Instant AS_OF =
            LocalDateTime.of(2016, 1, 13, 0, 0).atZone(BOSTON).toInstant();

    @Test
    void theCitysOwnStateAndVerdictAreReachedOnEveryRow() throws IOException {
        int rows = 0;
        int excluded = 0;
        List<String> differing = new ArrayList<>();
        for (Path file : SharedData.files("service-requests", ".csv")) {
            for (Row row : table(file).rows()) {
                WorkOrder order = order(row);
                rows++;
                excluded += order.isExcludedFromRates() ? 1 : 0;
                if (!verdict(order).equals(row.required("OnTime_Status"))
                        || !status(order).equals(row.required("CASE_STATUS"))) {
                    differing.add(row.file() + ":" + row.line());
                }
            }
        }
        System.out.printf(
                "rows %d, agree %d, excluded %d, differ %d%n",
                rows, rows - differing.size(), excluded, differing.size());
        assertThat(differing).isEmpty();
        assertThat(rows).isEqualTo(2600);
        assertThat(excluded).isEqualTo(357);
    }

    private static String verdict(WorkOrder order) {
        return order.timeliness(AS_OF).name().replace("_", "");
    }

    private static String status(WorkOrder order) {
        return order.stateAt(AS_OF).filter(WorkOrderState::isEnd).isPresent() ? "Closed" : "Open";
    }

    private static Table table(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        return Table.parse(name, Files.readString(file), COLUMNS).unique("CASE_ENQUIRY_ID");
    }

    private static WorkOrder order(Row row) {
        WorkOrderKind kind =
                row.required("REASON").equals("Housing")
                        ? WorkOrderKind.COMPLAINT
                        : WorkOrderKind.REPAIR;
        String id = row.required("CASE_ENQUIRY_ID");
        Reception reception =
                new Reception(
                        "OTHER", row.as("OPEN_DT", SharedDataServiceRequestsTest::instant), id);
        Intake intake =
                new Intake(
                        kind,
                        new CommunityId("cm_boston"),
                        null,
                        row.required("TYPE"),
                        null,
                        Triage.usual(null),
                        reception);
        ImportedOrder imported =
                new ImportedOrder(
                        intake,
                        row.as("TARGET_DT", SharedDataServiceRequestsTest::instant),
                        closure(row),
                        closedAt(row));
        return WorkOrders.accepted(imported.takeOver(new WorkOrderId("wo_" + id)));
    }

    private static WorkOrderOutcome closure(Row row) {
        String reason = row.text("CLOSURE_REASON");
        if (reason.contains("Invalid")) {
            return WorkOrderOutcome.INVALID;
        }
        if (reason.contains("ADCLSD")) {
            return WorkOrderOutcome.ADMINISTRATIVE;
        }
        return closedAt(row) == null ? WorkOrderOutcome.OPEN : WorkOrderOutcome.HANDLED;
    }

    private static @Nullable Instant closedAt(Row row) {
        return row.text("CLOSED_DT").isBlank()
                ? null
                : row.as("CLOSED_DT", SharedDataServiceRequestsTest::instant);
    }

    /** The earlier offset where the clocks turn back, as {@code atZone} has it. */
    private static Instant instant(String local) {
        return LocalDateTime.parse(local, LOCAL).atZone(BOSTON).toInstant();
    }
}

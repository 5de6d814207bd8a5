package dev.guanjia.workorder.level;

import dev.guanjia.calendar.BusinessHours;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The service levels of a company. The latest row of a kind that has begun is in force; before the
 * first there is no limit.
 *
 * @param rows at most one per kind and first day; kept by kind and first day
 */
public record ServiceLevels(List<ServiceLevel> rows) {

    private static final Comparator<ServiceLevel> ORDER =
            Comparator.comparing(ServiceLevel::kind).thenComparing(ServiceLevel::from);

    /** Two rows that begin together would contradict each other. */
    public ServiceLevels {
        rows = rows.stream().sorted(ORDER).toList();
        for (int i = 1; i < rows.size(); i++) {
            if (ORDER.compare(rows.get(i - 1), rows.get(i)) == 0) {
                throw new IllegalArgumentException("stands twice: " + rows.get(i));
            }
        }
    }

    /**
     * Adds a row.
     *
     * @param row the row
     * @return the levels with it, or refused with {@code SERVICE_LEVEL_EXISTS}
     */
    public Decision<ServiceLevels> add(ServiceLevel row) {
        if (rows.stream().anyMatch(other -> ORDER.compare(other, row) == 0)) {
            Refusal refusal =
                    LevelRefusal.SERVICE_LEVEL_EXISTS.because(
                            "kind", row.kind().name(), "from", row.from().toString());
            return Decision.refuse(List.of(refusal));
        }
        List<ServiceLevel> more = new ArrayList<>(rows);
        more.add(row);
        return Decision.accept(new ServiceLevels(more));
    }

    /**
     * The row that applies.
     *
     * @param kind what was received
     * @param day the day it was received
     * @return empty before the first row of the kind
     */
    public Optional<ServiceLevel> inForce(WorkOrderKind kind, LocalDate day) {
        return rows.stream()
                .filter(row -> row.kind() == kind && !row.from().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    /**
     * When a matter is due.
     *
     * @param kind what was received
     * @param receivedAt when; its day is that of the office's zone
     * @param office the hours that a working clock counts
     * @return the due time; no limit when no row is in force (06 A-60); or refused with {@code
     *     DUE_BEYOND_CALENDAR}, because unknown holidays are not working days
     */
    public Decision<Due> due(WorkOrderKind kind, Instant receivedAt, BusinessHours office) {
        LocalDate day = receivedAt.atZone(office.zone()).toLocalDate();
        Optional<ServiceLevel> row = inForce(kind, day);
        if (row.isEmpty()) {
            return Decision.accept(new Due.Unlimited());
        }
        ServiceLevel level = row.get();
        return level.due(receivedAt, office)
                .<Decision<Due>>map(
                        time -> Decision.accept(new Due.ByServiceLevel(level.id(), time)))
                .orElseGet(() -> Decision.refuse(List.of(beyond(level, receivedAt, office))));
    }

    private static Refusal beyond(ServiceLevel level, Instant receivedAt, BusinessHours office) {
        return LevelRefusal.DUE_BEYOND_CALENDAR.because(
                "received",
                receivedAt.toString(),
                "target",
                level.target().toString(),
                "covered",
                office.calendar().covered().toString());
    }
}

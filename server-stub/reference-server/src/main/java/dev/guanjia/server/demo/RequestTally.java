package dev.guanjia.server.demo;

import dev.guanjia.client.model.WorkOrderImportItem;
import dev.guanjia.workorder.level.Timeliness;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts how often we rule as the city's own columns do, and says where we do not. */
final class RequestTally {

    private static final int LONGEST_NUMBER = 128;

    private final Console console;
    private final CalendarDayPolicy policy = new CalendarDayPolicy();
    private final List<RefusedRequest> refused = new ArrayList<>();
    private int compared;
    private int agree;
    private int excluded;
    private int unmeasured;
    private int rated;
    private int ratedOnTime;

    RequestTally(Console console) {
        this.console = console;
    }

    /** Every row that was ruled or refused. */
    int rows() {
        return compared + refused.size();
    }

    void refuse(RefusedRequest row) {
        refused.add(row);
    }

    /** Compares the state of every row, and the verdict of each that has a due time. */
    void compare(ServiceRequestRow row, WorkOrderImportItem ruled) {
        compared++;
        policy.compare(row);
        Timeliness timeliness = Timeliness.valueOf(ruled.getTimeliness());
        rate(timeliness, Boolean.TRUE.equals(ruled.getExcluded()));
        String state = WorkOrderState.valueOf(ruled.getState()).isEnd() ? "Closed" : "Open";
        List<String> differences = new ArrayList<>();
        differ("CASE_STATUS", row.said().status(), state, differences);
        if (timeliness != Timeliness.NO_LIMIT) {
            String verdict = timeliness == Timeliness.ON_TIME ? "ONTIME" : "OVERDUE";
            differ("OnTime_Status", row.said().verdict(), verdict, differences);
        }
        if (differences.isEmpty()) {
            agree++;
        } else {
            say(row.line(), row.reference(), String.join("; ", differences));
        }
    }

    /** What is excluded or not measured is compared all the same. */
    private void rate(Timeliness timeliness, boolean left) {
        excluded += left ? 1 : 0;
        unmeasured += timeliness == Timeliness.NO_LIMIT ? 1 : 0;
        if (!left && timeliness != Timeliness.NO_LIMIT) {
            rated++;
            ratedOnTime += timeliness == Timeliness.ON_TIME ? 1 : 0;
        }
    }

    private void differ(String column, String said, String ours, List<String> differences) {
        if (!said.equals(ours)) {
            differences.add(console.text("requests.differs", column, said, ours));
        }
    }

    /** Numbers are short; what is longer was torn out of a broken row. */
    private void say(long line, String reference, String what) {
        String number = reference.substring(0, Math.min(reference.length(), LONGEST_NUMBER));
        console.line("  " + Console.plain(console.text("requests.row", line, number, what)));
    }

    /**
     * Prints the counts, one line of a fixed form last. A row that was refused does not agree.
     *
     * @return true if every row agrees
     */
    boolean close() {
        if (!refused.isEmpty()) {
            console.say("requests.refused", refused.size());
            refused.sort(Comparator.comparingLong(RefusedRequest::line));
            refused.forEach(row -> say(row.line(), row.reference(), row.reason()));
        }
        if (unmeasured > 0) {
            console.say("requests.unmeasured", unmeasured);
        }
        console.say("requests.timely", ratedOnTime, rated);
        policy.print(console);
        int differ = rows() - agree;
        console.line(
                "rows %d, agree %d, excluded %d, differ %d"
                        .formatted(rows(), agree, excluded, differ));
        return differ == 0;
    }
}

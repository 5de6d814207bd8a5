package dev.guanjia.server.demo;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.Pages;
import dev.guanjia.client.model.DutyOccurrence;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** What three posts had to do on one day, and how it stood the next morning. */
final class DayStep {

    static final LocalDate DAY = LocalDate.of(2026, 3, 18);

    private static final OffsetDateTime NEXT_MORNING =
            OffsetDateTime.parse("2026-03-19T09:00:00+08:00");
    private static final List<String> POSTS =
            List.of("CS_ASSISTANT", "CASHIER", "MAINTENANCE_WORKER");

    private final Guanjia client;

    DayStep(Guanjia client) {
        this.client = client;
    }

    /**
     * Asks what was due.
     *
     * @return by post, then due time
     */
    List<DutyOccurrence> occurrences() {
        List<DutyOccurrence> due = new ArrayList<>();
        for (String post : POSTS) {
            Pages.iterate(
                            cursor ->
                                    client.duties()
                                            .listDutyOccurrences(
                                                    DAY,
                                                    DAY,
                                                    post,
                                                    null,
                                                    NEXT_MORNING,
                                                    200,
                                                    cursor,
                                                    null,
                                                    null))
                    .forEach(due::add);
        }
        return due;
    }
}

package dev.guanjia.server.application;

import dev.guanjia.calendar.WorkCalendars;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By when a company's collectors hand in their takings. */
@Component
class HandInDays {

    private final CompanyTables tables;
    private final WorkedDays worked;

    HandInDays(CompanyTables tables, WorkedDays worked) {
        this.tables = tables;
        this.worked = worked;
    }

    /** The last day in time, by the rule of the day; empty where no calendar tells it. */
    Optional<LocalDate> last(String tenant, LocalDate day) {
        return tables.handIn(tenant, day)
                .lastDay(day, worked.of(tenant).latest(WorkCalendars.CHINA));
    }
}

package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.plan.PlanDuties;
import dev.guanjia.plan.Staffing;
import dev.guanjia.plan.WorkPlan;
import dev.guanjia.plan.meeting.Meeting;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.MeetingStore;
import dev.guanjia.server.store.PlanStore;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The duties that stand in no catalogue: what plans in force and minuted meetings gave. */
@Component
class GivenDuties {

    private final PlanStore plans;
    private final MeetingStore meetings;
    private final Clock clock;

    GivenDuties(PlanStore plans, MeetingStore meetings, Clock clock) {
        this.plans = plans;
        this.meetings = meetings;
        this.clock = clock;
    }

    /**
     * The occurrences that were given.
     *
     * @param tenant the company
     * @param responsibility who answers for a post
     * @param range the days in which their periods begin
     * @return the occurrences, in any order
     */
    List<DutyOccurrence> of(String tenant, Responsibility responsibility, DateRange range) {
        Staffing staffing = new Staffing(responsibility, clock.getZone());
        Stream<DutyOccurrence> planned =
                plans.givingDuties(tenant, range).stream()
                        .flatMap(row -> of(row.plan(), staffing).stream());
        Stream<DutyOccurrence> decided =
                meetings.minuted(tenant, range).stream()
                        .flatMap(row -> of(row.meeting(), staffing).stream());
        return Stream.concat(planned, decided).toList();
    }

    /** Those of a plan; none before it is in force. */
    static List<DutyOccurrence> of(WorkPlan plan, Staffing staffing) {
        return plan.inForceSince().isEmpty()
                ? List.of()
                : Refused.unlessAccepted(PlanDuties.of(plan, staffing));
    }

    /** Those of a meeting whose minutes are issued. */
    static List<DutyOccurrence> of(Meeting meeting, Staffing staffing) {
        return Refused.unlessAccepted(meeting.duties(staffing));
    }
}

package dev.guanjia.plan;

import static dev.guanjia.plan.Plans.ASSISTANT;
import static dev.guanjia.plan.Plans.MANAGER;
import static dev.guanjia.plan.Plans.actor;
import static dev.guanjia.plan.Plans.annual;
import static dev.guanjia.plan.Plans.drafted;
import static dev.guanjia.plan.Plans.inForce;
import static dev.guanjia.plan.Plans.item;
import static dev.guanjia.plan.Plans.no;
import static dev.guanjia.plan.Plans.noon;
import static dev.guanjia.plan.Plans.staffing;
import static dev.guanjia.plan.Plans.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.duty.DutyCalendar;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.duty.DutyStanding;
import dev.guanjia.duty.DutyState;
import dev.guanjia.duty.Evidence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanDutiesTest {

    private static final Staffing STAFFING = staffing();
    private static final WorkPlan PLAN =
            inForce(annual(), item("b", "2026-06-30"), item("a", "2026-03-31"));

    @Test
    void anItemOfAPlanInForceIsADutyOfItsOwnerUntilTheNodeDate() {
        List<DutyOccurrence> duties = yes(PlanDuties.of(PLAN, STAFFING));
        assertThat(duties)
                .extracting(duty -> duty.key() + " by " + duty.due().lastDay().orElseThrow())
                .containsExactly(
                        "D-PLAN.a/CS_ASSISTANT/event/2026-01-05 by 2026-03-31",
                        "D-PLAN.b/CS_ASSISTANT/event/2026-01-05 by 2026-06-30");
        assertThat(duties.get(0).approver()).contains(MANAGER);
        assertThat(duties.get(0).responsible().staff()).contains(Plans.staff(ASSISTANT));
    }

    @Test
    void whatIsNotApprovedIsNotCarriedOut() {
        assertThat(no(PlanDuties.of(drafted(annual(), item("a", "2026-06-30")), STAFFING)))
                .containsExactly("plan-not-in-force");
    }

    @Test
    void itIsPerformedAndConfirmedAsAnyOtherDuty() {
        DutyRecord due = DutyRecord.due(yes(PlanDuties.of(PLAN, STAFFING)).get(0));
        assertThat(due.standing(noon("2026-03-31"))).isEqualTo(DutyStanding.DUE);
        assertThat(due.standing(noon("2026-04-01"))).isEqualTo(DutyStanding.OVERDUE);
        assertThat(
                        no(
                                due.perform(
                                        actor(ASSISTANT),
                                        noon("2026-03-30"),
                                        List.of(),
                                        STAFFING.responsibility())))
                .containsExactly("duty-evidence-missing");
        DutyRecord done =
                yes(
                        due.perform(
                                actor(ASSISTANT),
                                noon("2026-03-30"),
                                List.of(new Evidence("R-SURVEY", "17")),
                                STAFFING.responsibility()));
        DutyRecord confirmed =
                yes(
                        done.confirm(
                                actor(MANAGER), noon("2026-03-31"), "", STAFFING.responsibility()));
        assertThat(confirmed.state()).isEqualTo(DutyState.CONFIRMED);
    }

    @Test
    void itIsListedBesideTheCataloguesDutiesInOneOrder() {
        DutyCalendar calendar = Plans.calendar();
        DateRange january = DateRange.of(YearMonth.of(2026, 1));
        List<DutyOccurrence> catalogue = calendar.occurrences(january);
        List<DutyOccurrence> plan = yes(PlanDuties.of(PLAN, STAFFING));
        List<DutyOccurrence> all = PlanDuties.beside(catalogue, plan, january);
        assertThat(all)
                .hasSize(catalogue.size() + 2)
                .isSortedAccordingTo(Comparator.comparing(DutyOccurrence::key));
        DateRange february = DateRange.of(YearMonth.of(2026, 2));
        assertThat(PlanDuties.beside(List.of(), plan, february)).isEmpty();
    }

    @Test
    void aDutyIsNotDueBeforeThePlansPeriodBegins() {
        PlanHead quarter =
                new PlanHead(
                        new PlanId("pl_q3"),
                        PlanKind.DEPARTMENT,
                        "x",
                        Plans.SERVICE,
                        PlanPeriod.parse("2026-Q3"),
                        Optional.empty(),
                        annual().posts());
        assertThat(yes(PlanDuties.of(inForce(quarter, item("a", "2026-09-01")), STAFFING)))
                .extracting(duty -> duty.period().start())
                .containsExactly(LocalDate.of(2026, 7, 1));
    }
}

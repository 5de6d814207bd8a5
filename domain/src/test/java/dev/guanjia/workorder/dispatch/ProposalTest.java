package dev.guanjia.workorder.dispatch;

import static dev.guanjia.workorder.Spoken.codes;
import static dev.guanjia.workorder.dispatch.Jobs.AT;
import static dev.guanjia.workorder.dispatch.Jobs.AT_WORK;
import static dev.guanjia.workorder.dispatch.Jobs.DAY;
import static dev.guanjia.workorder.dispatch.Jobs.ON_CALL;
import static dev.guanjia.workorder.dispatch.Jobs.PAPER;
import static dev.guanjia.workorder.dispatch.Jobs.WIRING;
import static dev.guanjia.workorder.dispatch.Jobs.ZONE;
import static dev.guanjia.workorder.dispatch.Jobs.certified;
import static dev.guanjia.workorder.dispatch.Jobs.emergency;
import static dev.guanjia.workorder.dispatch.Jobs.fitness;
import static dev.guanjia.workorder.dispatch.Jobs.job;
import static dev.guanjia.workorder.dispatch.Jobs.paper;
import static dev.guanjia.workorder.dispatch.Jobs.repair;
import static dev.guanjia.workorder.dispatch.Jobs.staff;
import static dev.guanjia.workorder.dispatch.Jobs.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.Shift;
import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.organisation.staff.Fitness;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProposalTest {

    private static final Instant MORNING = AT.minus(Duration.ofHours(12));

    @Test
    void theBestIsFirstAndEveryPlaceSaysWhy() {
        Proposal proposal =
                Proposal.of(
                        List.of(
                                worker("zhou", 1, MORNING),
                                worker("wu", 0, MORNING),
                                worker("li", 1, MORNING),
                                worker("sun", 1, MORNING.minusSeconds(1)),
                                worker("new", 1, null)),
                        job(),
                        certified("zhou", "wu", "li", "sun", "new"));
        assertThat(proposal.ranked())
                .extracting(rank -> rank.place() + " " + rank.worker().staff() + " " + rank.by())
                .containsExactly(
                        "1 sf_wu LOAD",
                        "2 sf_new LOAD",
                        "3 sf_sun LAST_SENT",
                        "4 sf_li LAST_SENT",
                        "5 sf_zhou STAFF");
        assertThat(proposal.ranked().get(0).by().label())
                .isEqualTo(new Label("在手工作量", "present load"));
    }

    @Test
    void whoeverIsAloneComesFirstForNoOtherReason() {
        assertThat(only(worker("li", 0, null), job(), certified("li")).ranked())
                .singleElement()
                .extracting(Rank::by)
                .isEqualTo(Rank.Criterion.ALONE);
    }

    @Test
    void aLapsedCertificateIsAReasonOfItsOwn() {
        Fitness lapsed = fitness(List.of(paper("li", PAPER, DAY.minusDays(1))));
        assertThat(against(worker("li", 0, null), job(), lapsed))
                .containsExactly("qualification-lapsed");
        assertThat(against(worker("li", 0, null), job(), fitness(List.of())))
                .containsExactly("qualification-missing");
        assertThat(against(worker("li", 0, null), job(PAPER), lapsed))
                .as("what post and job need is named once")
                .containsExactly("qualification-lapsed");
    }

    @Test
    void theCertificateIsValidOnItsLastDayInTheCommunityNotInUtc() {
        Instant midnight = DAY.plusDays(1).atStartOfDay(ZONE).toInstant();
        Job justBefore = at(midnight.minusSeconds(1));
        Job justAfter = at(midnight);
        assertThat(against(worker("li", 0, null), justBefore, certified("li"))).isEmpty();
        assertThat(against(worker("li", 0, null), justAfter, certified("li")))
                .containsExactly("qualification-lapsed");
    }

    @Test
    void whatTheJobNeedsBeyondThePostExcludesTheOthers() {
        Worker li = worker("li", 0, null);
        assertThat(against(li, job(WIRING), certified("li")))
                .containsExactly("dispatch-certificate-missing");
        Fitness both = fitness(List.of(paper("li", PAPER, DAY), paper("li", WIRING, DAY)));
        assertThat(against(li, job(WIRING), both)).isEmpty();
        Fitness lapsed =
                fitness(List.of(paper("li", PAPER, DAY), paper("li", WIRING, DAY.minusDays(3))));
        assertThat(against(li, job(WIRING), lapsed)).containsExactly("dispatch-certificate-lapsed");
    }

    @Test
    void whosePostDoesNoSuchWorkIsNeverOfferedIt() {
        Worker keeper =
                new Worker(
                        staff("li"),
                        Jobs.STOREKEEPER,
                        new TreeSet<>(List.of("A1")),
                        List.of(AT_WORK),
                        0,
                        5,
                        null);
        Proposal proposal = only(keeper, job(), certified("li"));
        assertThat(proposal.ranked()).isEmpty();
        assertThat(codes(proposal.check(staff("li")))).containsExactly("dispatch-other-trade");
        var reason = proposal.excluded().get(staff("li")).get(0);
        assertThat(Wording.of(reason, Language.EN))
                .isEqualTo(
                        "sf_li works as STOREKEEPER, which does no work of the kind REPAIR;"
                                + " it is done by: MAINTENANCE_WORKER.");
        assertThat(codes(job().fits(staff("li"), Jobs.STOREKEEPER, certified("li"))))
                .containsExactly("dispatch-other-trade");
        assertThat(codes(job().fits(staff("li"), Jobs.MAINTENANCE, certified("li")))).isEmpty();
    }

    @Test
    void everyReasonStandsBesideTheOthers() {
        Worker nobody =
                new Worker(
                        staff("li"),
                        Jobs.MAINTENANCE,
                        new TreeSet<>(List.of("B9")),
                        List.of(),
                        5,
                        5,
                        null);
        Job own = new Job(repair(WIRING), "A1", AT, ZONE, 1, false, staff("li"));
        assertThat(against(nobody, own, fitness(List.of())))
                .containsExactly(
                        "qualification-missing",
                        "dispatch-certificate-missing",
                        "dispatch-requester",
                        "dispatch-other-area",
                        "dispatch-off-shift",
                        "dispatch-load-at-limit");
    }

    @Test
    void theShiftHoldsFromItsFirstInstantToBeforeItsEnd() {
        Shift night =
                new Shift(
                        "night",
                        new Label("夜班", "night"),
                        LocalTime.of(22, 0),
                        Duration.ofHours(8),
                        Shift.days("5"));
        TimeSpan friday = TimeSpan.of(night, DAY, ZONE);
        Worker li = worker("li", List.of(new OnDuty(friday, false)), 0, null);
        Fitness papers = fitness(List.of(paper("li", PAPER, DAY.plusDays(9))));
        assertThat(against(li, at(friday.start()), papers)).isEmpty();
        assertThat(against(li, at(friday.end().minusSeconds(1)), papers)).isEmpty();
        assertThat(against(li, at(friday.end()), papers)).containsExactly("dispatch-off-shift");
        assertThat(against(li, at(friday.start().minusSeconds(1)), papers))
                .containsExactly("dispatch-off-shift");
    }

    @Test
    void whoIsOnCallComesForEmergenciesOnly() {
        Worker onCall = worker("li", List.of(ON_CALL), 0, null);
        assertThat(against(onCall, job(), certified("li")))
                .containsExactly("dispatch-on-call-only");
        assertThat(against(onCall, emergency(), certified("li"))).isEmpty();
        assertThat(against(onCall, emergency(), fitness(List.of())))
                .containsExactly("qualification-missing");
        Worker both = worker("li", List.of(ON_CALL, AT_WORK), 0, null);
        assertThat(against(both, job(), certified("li"))).isEmpty();
    }

    @Test
    void theLoadMayReachItsLimit() {
        assertThat(against(worker("li", 4, null), job(), certified("li"))).isEmpty();
        assertThat(against(worker("li", 5, null), job(), certified("li")))
                .containsExactly("dispatch-load-at-limit");
    }

    @Test
    void whoWasNotLookedAtIsNotKnown() {
        Proposal proposal = only(worker("li", 0, null), job(), certified("li"));
        assertThat(codes(proposal.check(staff("wu")))).containsExactly("dispatch-worker-unknown");
    }

    @Test
    void aReasonReadsInBothLanguages() {
        Worker full = worker("li", 5, null);
        var reason = only(full, job(), certified("li")).excluded().get(staff("li")).get(0);
        assertThat(Wording.of(reason, Language.EN))
                .isEqualTo("sf_li carries 5; with this job of 1 it would be more than 5.");
        assertThat(Wording.of(reason, Language.ZH_CN)).isEqualTo("sf_li在手工作量为5，加上本单1将超过上限5。");
    }

    @Test
    void whatIsNoWorkerAndNoJobCannotExist() {
        Worker li = worker("li", 0, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proposal.of(List.of(li, li), job(), certified("li")));
        assertThatIllegalArgumentException().isThrownBy(() -> worker("li", -1, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeSpan(AT, AT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Job(repair(), "A1", AT, ZONE, 0, false, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Job(repair(), " ", AT, ZONE, 1, false, null));
    }

    private static Job at(Instant at) {
        return new Job(repair(), "A1", at, ZONE, 1, false, null);
    }

    private static Proposal only(Worker worker, Job job, Fitness fitness) {
        return Proposal.of(List.of(worker), job, fitness);
    }

    private static List<String> against(Worker worker, Job job, Fitness fitness) {
        return codes(only(worker, job, fitness).check(worker.staff()));
    }
}

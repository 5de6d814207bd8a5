package dev.guanjia.organisation.staff;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.organisation.Assignment;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.StandIn;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FitnessTest {

    private static final OrganisationModel MODEL =
            OrganisationModels.load().find("MANAGER_CENTRED").orElseThrow();
    private static final HolderResolution COMPANY = new HolderResolution(MODEL.chart(), MODEL);
    private static final Requirements REQUIREMENTS = Requirements.load();
    private static final PostKey WORKER = new PostKey("MAINTENANCE_WORKER");
    private static final PostKey STOREKEEPER = new PostKey("STOREKEEPER");
    private static final QualificationKey PAPER = new QualificationKey("MAINTENANCE_CERTIFICATE");
    private static final StaffId LI = new StaffId("sf_li");
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final Fitness LI_CERTIFIED = fitness(paper("A-1", FROM, LAST));

    @Test
    void aWorkerIsSentToWorkToTheLastDayOfTheCertificate() {
        assertThat(codes(LI_CERTIFIED.dispatch(LI, WORKER, FROM))).isEmpty();
        assertThat(codes(LI_CERTIFIED.dispatch(LI, WORKER, LAST))).isEmpty();
        assertThat(codes(LI_CERTIFIED.dispatch(LI, WORKER, LAST.plusDays(1))))
                .containsExactly("qualification-lapsed");
        assertThat(codes(LI_CERTIFIED.dispatch(LI, WORKER, FROM.minusDays(1))))
                .containsExactly("qualification-missing");
    }

    @Test
    void theRefusalNamesTheCertificateAndItsLastDayInBothLanguages() {
        Decision<StaffId> answer = LI_CERTIFIED.dispatch(LI, WORKER, LAST.plusDays(1));
        assertThat(words(answer, Language.EN))
                .isEqualTo(
                        "sf_li cannot work as MAINTENANCE_WORKER on 2026-07-01: the qualification"
                                + " MAINTENANCE_CERTIFICATE lapsed after 2026-06-30.");
        assertThat(words(answer, Language.ZH_CN))
                .contains("MAINTENANCE_CERTIFICATE")
                .contains("已于2026-06-30后失效");
    }

    @Test
    void aRenewalWithoutAGapKeepsTheWorkerAtWork() {
        Fitness renewed =
                fitness(
                        paper("A-1", FROM, LAST),
                        paper("A-2", LAST.plusDays(1), LAST.plusYears(1)));
        assertThat(codes(renewed.dispatch(LI, WORKER, LAST.plusDays(1)))).isEmpty();
    }

    @Test
    void aPostIsGivenOnlyToWhoIsFitOnItsFirstDay() {
        Assignments none = new Assignments(List.of());
        Assignment inTime = Assignment.openEnded(LI, WORKER, LAST);
        assertThat(accepted(LI_CERTIFIED.assign(none, inTime)).rows()).containsExactly(inTime);
        Assignment late = Assignment.openEnded(LI, WORKER, LAST.plusDays(1));
        assertThat(codes(LI_CERTIFIED.assign(none, late))).containsExactly("qualification-lapsed");
        assertThat(codes(LI_CERTIFIED.assign(new Assignments(List.of(inTime)), late)))
                .containsExactly("qualification-lapsed", "assignment-overlaps");
        assertThat(codes(fitness().assign(none, Assignment.openEnded(LI, STOREKEEPER, FROM))))
                .isEmpty();
    }

    @Test
    void whoStandsInIsFitToo() {
        Responsibility vacant =
                new Responsibility(
                        COMPANY.company(),
                        new PostKey("PROPERTY_MANAGER"),
                        new Assignments(List.of()));
        StandIn july =
                new StandIn(WORKER, Optional.empty(), LI, LAST.plusDays(1), LAST.plusDays(9));
        assertThat(codes(LI_CERTIFIED.standIn(vacant, july)))
                .containsExactly("qualification-lapsed");
        assertThat(codes(fitness(paper("A-2", LAST, LAST.plusDays(9))).standIn(vacant, july)))
                .isEmpty();
    }

    @Test
    void aGuardIsTrainedBeforeGoingOnPostAndASupervisorIsNotHeldBackByAGoal() {
        assertThat(codes(fitness().dispatch(LI, new PostKey("SECURITY_GUARD"), FROM)))
                .containsExactly("qualification-missing");
        assertThat(codes(fitness().dispatch(LI, new PostKey("CS_SUPERVISOR"), FROM))).isEmpty();
    }

    @Test
    void theFourQualificationRowsOfTheDutyTableAreRequirementsHere() {
        assertThat(REQUIREMENTS.all())
                .extracting(Requirement::id)
                .contains("D-004E5-01", "D-004E5-02", "D-004E5-03", "D-002-S4-05");
        assertThat(REQUIREMENTS.of(WORKER, COMPANY, FROM))
                .extracting(Requirement::id)
                .containsExactly("QUAL-01", "QUAL-12");
        assertThat(REQUIREMENTS.of(WORKER, COMPANY, LocalDate.of(2006, 12, 31))).isEmpty();
    }

    @Test
    void aPaperIsRecordedOnceAndHasANumber() {
        Qualifications held = new Qualifications(List.of(paper("A-1", FROM, LAST)));
        assertThat(codes(held.add(paper("A-1", LAST, LAST))))
                .containsExactly("qualification-exists");
        assertThat(accepted(held.add(paper("A-2", LAST, LAST))).rows()).hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> paper(" ", FROM, LAST));
        assertThatIllegalArgumentException().isThrownBy(() -> paper("A-1", LAST, FROM));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Qualifications(
                                        List.of(
                                                paper("A-1", FROM, LAST),
                                                paper("A-1", LAST, LAST))))
                .withMessage("MAINTENANCE_CERTIFICATE A-1 of sf_li stands twice");
    }

    @Test
    void aFaultyRequirementIsNamedWithItsPlace() {
        String kinds = "id,zh,en,certificate,from,source\nK,甲,K,yes,2007-01,x\n";
        String header = "id,zh,en,posts,kind,need,from,source\n";
        String rows =
                header
                        + "1,甲,A,JANITOR,K,GOAL,2007-01,x\n"
                        + "2,甲,A,CASHIER,L,GOAL,2007-01,x\n"
                        + "3,甲,A,,K,GOAL,2007-01,x\n";
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> Requirements.of(table("kinds.csv", kinds), table("q.csv", rows)))
                .withMessage(
                        "q.csv:2 posts: unknown post: JANITOR\n"
                                + "q.csv:3 kind: unknown qualification: L\n"
                                + "q.csv:4 posts: is empty");
    }

    private static Table table(String name, String text) {
        return Table.parse(name, text, List.of(text.lines().findFirst().orElseThrow().split(",")));
    }

    private static Qualification paper(String number, LocalDate from, LocalDate last) {
        return new Qualification(LI, PAPER, number, from, Optional.of(last));
    }

    private static Fitness fitness(Qualification... rows) {
        return new Fitness(COMPANY, REQUIREMENTS, new Qualifications(List.of(rows)));
    }

    private static <T> String words(Decision<T> answer, Language language) {
        return answer.fold(value -> "accepted", no -> Wording.of(no.get(0), language));
    }
}

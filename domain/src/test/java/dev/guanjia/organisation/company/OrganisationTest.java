package dev.guanjia.organisation.company;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static dev.guanjia.organisation.company.Charts.OPENED;
import static dev.guanjia.organisation.company.Charts.company;
import static dev.guanjia.organisation.company.Charts.in;
import static dev.guanjia.organisation.company.Charts.place;
import static dev.guanjia.organisation.company.Charts.post;
import static dev.guanjia.organisation.company.Charts.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.organisation.LibraryPost.Headcount;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganisationTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final Organisation SIX = company("SIX_LINE_DEPARTMENTS");
    private static final DepartmentKey DEPT_CS = new DepartmentKey("DEPT_CS");

    @Test
    void aCompanyStartsAsItsModelIsDrawnAndChangesFromADay() {
        Organisation grown =
                accepted(SIX.addPost(in("DEPT_CS", place("CALL_CENTRE", "CS_MANAGER")), MARCH));
        assertThat(grown.on(MARCH.minusDays(1)).find(post("CALL_CENTRE"))).isEmpty();
        assertThat(grown.on(MARCH).superiors(post("CALL_CENTRE")))
                .containsExactly(post("CS_MANAGER"), post("DEPUTY_GM_B"), post("GENERAL_MANAGER"));
        assertThat(grown.changes()).containsExactly(OPENED, MARCH);
        assertThat(SIX.on(MARCH).find(post("CALL_CENTRE"))).isEmpty();
    }

    @Test
    void aPostMovesWithItsDepartmentAndItsPlan() {
        Organisation moved =
                accepted(
                        SIX.movePost(
                                post("ARCHIVIST"),
                                post("CS_MANAGER"),
                                Optional.of(DEPT_CS),
                                MARCH));
        Organisation planned =
                accepted(moved.planHeadcount(post("ARCHIVIST"), Headcount.parse("2..3"), MARCH));
        CompanyPost archivist = planned.chart(MARCH).place(post("ARCHIVIST")).orElseThrow();
        assertThat(archivist.post().reportsTo()).isEqualTo(post("CS_MANAGER"));
        assertThat(archivist.department()).contains(DEPT_CS);
        assertThat(archivist.headcount()).contains(Headcount.parse("2..3"));
    }

    @Test
    void reportingInACircleIsRefusedAndTheCircleIsShown() {
        Decision<Organisation> answer =
                SIX.movePost(post("DEPUTY_GM_B"), post("CS_SUPERVISOR"), Optional.empty(), MARCH);
        assertThat(codes(answer)).containsExactly("reporting-cycle");
        assertThat(words(answer, Language.EN))
                .containsExactly(
                        "DEPUTY_GM_B cannot report to CS_SUPERVISOR: the line would go in a"
                                + " circle (DEPUTY_GM_B → CS_SUPERVISOR → CS_MANAGER →"
                                + " DEPUTY_GM_B).");
        assertThat(words(answer, Language.ZH_CN).get(0)).contains("汇报关系将形成循环");
        assertThat(codes(SIX.movePost(post("CASHIER"), post("CASHIER"), Optional.empty(), MARCH)))
                .containsExactly("reporting-cycle");
    }

    @Test
    void aSuperiorOutsideTheCompanyMayNotComeInUnderItsOwnSubordinate() {
        Organisation single = company("SINGLE_COMMUNITY");
        assertThat(
                        codes(
                                single.addPost(
                                        place("MAINTENANCE_SUPERVISOR", "MAINTENANCE_WORKER"),
                                        MARCH)))
                .containsExactly("reporting-cycle");
        Organisation whole =
                accepted(
                        single.addPost(place("MAINTENANCE_SUPERVISOR", "PROPERTY_MANAGER"), MARCH));
        assertThat(whole.on(MARCH).superiors(post("MAINTENANCE_WORKER")))
                .containsExactly(post("MAINTENANCE_SUPERVISOR"), post("PROPERTY_MANAGER"));
    }

    @Test
    void aPostReportsWithinTheCompany() {
        assertThat(codes(SIX.addPost(place("INSPECTOR", "BOARD"), MARCH)))
                .containsExactly("superior-outside-company");
        assertThat(codes(SIX.movePost(post("CASHIER"), post("NOBODY"), Optional.empty(), MARCH)))
                .containsExactly("superior-outside-company");
    }

    @Test
    void whatOthersStillNeedIsNotAbolished() {
        assertThat(codes(SIX.retirePost(post("CS_SUPERVISOR"), MARCH)))
                .containsExactly("post-has-reports");
        assertThat(codes(SIX.retirePost(post("GENERAL_MANAGER"), MARCH)))
                .containsExactly("post-has-reports", "leader-stays");
        assertThat(codes(SIX.retireDepartment(DEPT_CS, MARCH)))
                .containsExactly("department-in-use");
        Organisation fewer = accepted(SIX.retirePost(post("LEASING_MANAGER"), MARCH));
        fewer = accepted(fewer.retireDepartment(new DepartmentKey("DEPT_LEASING"), MARCH));
        assertThat(fewer.chart(MARCH).departments()).hasSize(5);
        assertThat(fewer.on(MARCH).find(post("LEASING_MANAGER"))).isEmpty();
        assertThat(fewer.on(OPENED).find(post("LEASING_MANAGER"))).isPresent();
    }

    @Test
    void whatIsUnknownOrStandsAlreadyIsRefusedWithEveryReason() {
        CompanyPost twice = in("DEPT_X", place("CASHIER", "ACCOUNTANT"));
        assertThat(codes(SIX.addPost(twice, OPENED.minusDays(1))))
                .containsExactly("organisation-changed-later", "department-unknown", "post-exists");
        assertThat(codes(SIX.retirePost(post("CHAIRMAN"), MARCH)))
                .containsExactly("post-unknown-in-company");
        assertThat(codes(SIX.addDepartment(unit("DEPT_CS", "DEPT_CS"), MARCH)))
                .containsExactly("department-exists");
        assertThat(codes(SIX.planHeadcount(post("X"), Headcount.parse("1"), MARCH)))
                .containsExactly("post-unknown-in-company");
    }

    @Test
    void aDepartmentIsRenamedFromADay() {
        Label name = new Label("业户服务部", "Resident services");
        Organisation renamed = accepted(SIX.renameDepartment(DEPT_CS, name, MARCH));
        assertThat(renamed.chart(MARCH).department(DEPT_CS).orElseThrow().label()).isEqualTo(name);
        assertThat(renamed.chart(OPENED).department(DEPT_CS).orElseThrow().label().zh())
                .isEqualTo("客服部");
        assertThat(codes(renamed.renameDepartment(new DepartmentKey("DEPT_X"), name, MARCH)))
                .containsExactly("department-unknown");
    }

    @Test
    void aChangeBeforeTheLastOneIsRefusedAndOneOnTheSameDayAddsToIt() {
        Organisation march = accepted(SIX.retirePost(post("STEWARD"), MARCH));
        assertThat(codes(march.retirePost(post("CASHIER"), MARCH.minusDays(1))))
                .containsExactly("organisation-changed-later");
        Organisation both = accepted(march.retirePost(post("CASHIER"), MARCH));
        assertThat(both.changes()).hasSize(2);
        assertThat(both.on(MARCH).find(post("STEWARD"))).isEmpty();
        assertThat(both.on(MARCH).find(post("CASHIER"))).isEmpty();
    }

    @Test
    void beforeItsFirstDayThereIsNoCompany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIX.on(OPENED.minusDays(1)))
                .withMessage("the company begins on 2026-01-01, not by 2025-12-31");
    }

    private static List<String> words(Decision<Organisation> answer, Language language) {
        return answer.fold(
                company -> List.of(),
                reasons -> reasons.stream().map(reason -> Wording.of(reason, language)).toList());
    }
}

package dev.guanjia.organisation.company;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.company.Charts.OPENED;
import static dev.guanjia.organisation.company.Charts.company;
import static dev.guanjia.organisation.company.Charts.in;
import static dev.guanjia.organisation.company.Charts.place;
import static dev.guanjia.organisation.company.Charts.post;
import static dev.guanjia.organisation.company.Charts.posts;
import static dev.guanjia.organisation.company.Charts.unit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolderResolutionTest {

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            textBlock =
                    """
        SIX_LINE_DEPARTMENTS,CASHIER,CASHIER,a post means itself
        SIX_LINE_DEPARTMENTS,CS_FRONT_DESK,,a post the company has not is nobody
        SIX_LINE_DEPARTMENTS,DEPT_CS,CS_MANAGER,a department means its head
        SIX_LINE_DEPARTMENTS,DEPT_CS_Q,,another model's department is nobody
        SIX_CHAPTERS,DEPT_ORDER_003,ORDER_DIRECTOR,the head is who reports to outside
        SIX_CHAPTERS,DEPT_SUPERVISOR,HEAD_CS_003 HEAD_FACILITY_003 HEAD_ENVIRONMENT_003 \
            HEAD_FINANCE_003 HEAD_OFFICE_003,heads without a name of their own
        DEPARTMENT_SUPERVISORS,DEPT_SUPERVISOR,CS_SUPERVISOR ENGINEERING_SUPERVISOR \
            ORDER_SUPERVISOR ENVIRONMENT_SUPERVISOR FINANCE_SUPERVISOR,a row of the template
        QUALITY_LINE,ALL_STAFF,GENERAL_MANAGER MANAGEMENT_REPRESENTATIVE DEPT_SUPERVISOR,all
        SIX_LINE_DEPARTMENTS,EVERY_DEPARTMENT,CS_MANAGER LEASING_MANAGER CLEANING_MANAGER \
            ENGINEERING_MANAGER PUBLIC_ORDER_MANAGER FINANCE_MANAGER,the heads
        SIX_LINE_DEPARTMENTS,COLLECTOR,STEWARD,who charges
        SIX_LINE_DEPARTMENTS,CS_STAFF_ANY,STEWARD,a family
        SIX_LINE_DEPARTMENTS,FINANCE_HEAD,FINANCE_MANAGER,a role
        SIX_LINE_DEPARTMENTS,COMPANY_LEADER,GENERAL_MANAGER,the leader
        SIX_LINE_DEPARTMENTS,COMPANY,GENERAL_MANAGER,the company as a body
        SIX_LINE_DEPARTMENTS,POLICE,,an outsider is nobody
        SIX_LINE_DEPARTMENTS,RELIEF,,the relief is not a post
        SIX_LINE_DEPARTMENTS,SUPERIOR,,a superior of nobody in particular
        MANAGER_CENTRED,FINANCE_HEAD,ACCOUNTANT,the accountant concurrently
        COLLECTION_GROUP,AREA_TEAM_LEADER,AREA_TEAM_LEADER_6 AREA_TEAM_LEADER_7 \
            AREA_TEAM_LEADER_8,several posts bear one
        COLLECTION_GROUP,COLLECTION_TEAM,COLLECTION_TEAM_LEADER AREA_TEAM_LEADER_6 \
            AREA_TEAM_LEADER_7 AREA_TEAM_LEADER_8,several units bear one
        """)
    void aKeyOfTheDutiesMeansPostsOfTheCompany(
            String model, String key, String expected, String why) {
        assertThat(company(model).resolution(OPENED).posts(post(key)))
                .as(why)
                .containsExactlyElementsOf(posts(Optional.ofNullable(expected).orElse("")));
    }

    @Test
    void theSuperiorIsThatOfThePostThatPerforms() {
        HolderResolution six = company("SIX_LINE_DEPARTMENTS").resolution(OPENED);
        assertThat(six.posts(post("SUPERIOR"), post("STEWARD")))
                .containsExactly(post("CS_SUPERVISOR"));
        assertThat(six.posts(post("SUPERIOR"), post("GENERAL_MANAGER"))).isEmpty();
        assertThat(six.posts(post("LEADER_IN_CHARGE"), post("GENERAL_MANAGER")))
                .containsExactly(post("GENERAL_MANAGER"));
        assertThat(six.posts(post("CASHIER"), post("STEWARD"))).containsExactly(post("CASHIER"));
    }

    @Test
    void withoutAFinanceManagerTheAccountantDoesTheWork() {
        Organisation six = company("SIX_LINE_DEPARTMENTS");
        for (String post : new String[] {"ACCOUNTANT", "CASHIER"}) {
            six =
                    accepted(
                            six.movePost(
                                    post(post),
                                    post("DEPUTY_GM_B"),
                                    Optional.of(new DepartmentKey("DEPT_FINANCE")),
                                    OPENED));
        }
        HolderResolution fewer =
                accepted(six.retirePost(post("FINANCE_MANAGER"), OPENED)).resolution(OPENED);
        assertThat(fewer.posts(post("FINANCE_MANAGER"))).containsExactly(post("ACCOUNTANT"));
        assertThat(fewer.posts(post("FINANCE_HEAD"))).containsExactly(post("ACCOUNTANT"));
        assertThat(fewer.posts(post("DEPT_FINANCE"))).containsExactly(post("ACCOUNTANT"));
    }

    @Test
    void eachOfManyCommunitiesHasItsOwnPosts() {
        Organisation office = company("GENERAL_MANAGERS_OFFICE");
        for (int i = 1; i <= 3; i++) {
            String unit = "SITE_" + i;
            office = accepted(office.addDepartment(unit(unit, "MGMT_OFFICE"), OPENED));
            CompanyPost head = place("HEAD_" + i, "DEPUTY_GM_D", "MGMT_OFFICE_DIRECTOR");
            office = accepted(office.addPost(in(unit, head), OPENED));
            office =
                    accepted(
                            office.addPost(
                                    in(unit, place("CLERK_" + i, "HEAD_" + i, "CLERK")), OPENED));
        }
        HolderResolution resolution = office.resolution(OPENED);
        assertThat(resolution.posts(post("CLERK")))
                .containsExactlyElementsOf(posts("CLERK_1 CLERK_2 CLERK_3"));
        assertThat(resolution.posts(post("MGMT_OFFICE")))
                .containsExactlyElementsOf(posts("HEAD_1 HEAD_2 HEAD_3"));
    }

    @Test
    void aDepartmentWithoutPostsFallsToTheUnitAboveOrTheLeader() {
        Organisation office = company("GENERAL_MANAGERS_OFFICE");
        office = accepted(office.addDepartment(unit("EMPTY", "DEPT_CS"), OPENED));
        assertThat(office.resolution(OPENED).posts(post("DEPT_CS")))
                .containsExactly(post("GENERAL_MANAGER"));
    }
}

package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Plans of departments that stand in no library. */
class PlanDepartmentTest {

    private final RunningServer server = RunningServer.shared().withCompany();
    private final int year = StructureTest.YEARS.incrementAndGet();

    @Test
    void aDepartmentOfTheCompanysOwnHasPlansFromItsFirstDayOn() {
        server.asAdministrator()
                .post(
                        "/departments",
                        """
                        {"id": "DEPT_P%d", "label": {"zh": "组", "en": "Unit"},
                         "from": "%d-05-01"}
                        """
                                .formatted(year, year))
                .expect(201);
        Api supervisor = server.holding("CS_SUPERVISOR");
        plan(supervisor, year + "-04").expectProblem(400, "invalid-request");
        Reply drawnUp = plan(supervisor, year + "-06").expect(201);
        assertThat(drawnUp.text("/department")).isEqualTo("DEPT_P" + year);
    }

    private Reply plan(Api who, String month) {
        return who.post(
                "/plans",
                """
                {"kind": "DEPARTMENT", "title": "计划", "department": "DEPT_P%d",
                 "period": "%s", "preparer": "CS_SUPERVISOR", "reviewer": "PROPERTY_MANAGER",
                 "items": [{"text": "盘点", "owner": "STOREKEEPER", "node_on": "%s-20",
                            "evidence": []}]}
                """
                        .formatted(year, month, month));
    }
}

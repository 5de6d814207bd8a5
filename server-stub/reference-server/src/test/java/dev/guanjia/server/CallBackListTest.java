package dev.guanjia.server;

import static dev.guanjia.server.WorkOrderCompany.after;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which call-backs and samples a list finds. */
class CallBackListTest {

    private final WorkOrderCompany company = new WorkOrderCompany();

    @Test
    void whatWaitsForACallIsFoundByKindUnitAndWhoDidTheWork() {
        String flat = finished("REPAIR", company.unit());
        String hall = finished("REPAIR", "");
        String help = finished("WARRANTY_REPAIR", company.unit());
        assertThat(tasks("kind=REPAIR")).containsExactlyInAnyOrder(flat, hall);
        assertThat(tasks("unit_id=" + company.community.unit(0)))
                .containsExactlyInAnyOrder(flat, help);
        assertThat(tasks("unit_id=" + company.community.unit(1))).isEmpty();
        assertThat(tasks("kind=REPAIR&unit_id=" + company.community.unit(0))).containsExactly(flat);
        assertThat(tasks("assignee_id=" + company.workerId)).hasSize(3);
        assertThat(tasks("assignee_id=sf_00000000")).isEmpty();
        company.assistant.get("/call-back-tasks?kind=DANCE").expectProblem(400, "invalid-request");
    }

    @Test
    void samplesAreFoundByCommunityMonthAndKind() {
        Community elsewhere = Community.with(company.server, 1);
        drawn(elsewhere, "2026-03", "");
        String repairs = drawn("2026-03", "\"kind\": \"REPAIR\",");
        String march = drawn("2026-03", "");
        String february = drawn("2026-02", "");
        assertThat(samples("")).containsExactly(february, march, repairs);
        assertThat(samples("&period=2026-03")).containsExactly(march, repairs);
        assertThat(samples("&kind=REPAIR")).containsExactly(repairs);
        assertThat(samples("&kind=COMPLAINT")).isEmpty();
        company.supervisor
                .get("/call-back-samples?kind=DANCE")
                .expectProblem(400, "invalid-request");
    }

    private String finished(String kind, String more) {
        WorkOrderWalk walk = company.walk(company.open(company.assistant, kind, more));
        walk.assign(company.supervisor, "DISPATCH", after(10)).expect(200);
        walk.take(company.worker, "ACCEPT", after(20)).expect(200);
        walk.take(company.worker, "ARRIVE", after(30)).expect(200);
        walk.take(company.worker, "FINISH", after(40)).expect(200);
        return walk.id();
    }

    private List<String> tasks(String filter) {
        String path = "/call-back-tasks?community_id=" + company.community.id() + "&" + filter;
        return texts(company.server.asAdministrator().get(path), "work_order_id");
    }

    private String drawn(String period, String kind) {
        return drawn(company.community, period, kind);
    }

    private String drawn(Community place, String period, String kind) {
        return company.supervisor
                .post(
                        "/call-back-samples",
                        """
                        {%s "community_id": "%s", "period": "%s", "percent": "50", "seed": 7}
                        """
                                .formatted(kind, place.id(), period))
                .expect(201)
                .text("/id");
    }

    private List<String> samples(String filter) {
        String path = "/call-back-samples?community_id=" + company.community.id() + filter;
        return texts(company.supervisor.get(path), "id");
    }

    private static List<String> texts(Reply reply, String field) {
        List<String> texts = new ArrayList<>();
        reply.expect(200)
                .json()
                .at("/items")
                .forEach(row -> texts.add(row.at("/" + field).asString()));
        return texts;
    }
}

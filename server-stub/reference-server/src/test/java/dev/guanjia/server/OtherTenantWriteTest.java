package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PatrolDesk;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import dev.guanjia.server.store.PatrolStore.AreaRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What one company changes by an id is not there for another, and stays as it was. */
class OtherTenantWriteTest {

    private static final TenantRows OURS = TwoCompanies.OURS;
    private static final OtherCompany THEIRS = TwoCompanies.THEIRS;
    private static final String COMPLAINT =
            RowBodies.ORDER
                    .replace("REPAIR", "COMPLAINT")
                    .replace("{\"kind", "{\"due_at\": \"2099-01-01T00:00:00Z\", \"kind");

    @BeforeAll
    static void make() {
        OURS.make("repair", "CS_ASSISTANT", "/work-orders", RowBodies.ORDER);
        OURS.make("sold", "CS_ASSISTANT", "/work-orders", RowBodies.PAID_ORDER);
        OURS.post("CS_ASSISTANT", "/work-orders/{sold}/transitions", OurRows.step("POOL", 0));
        OURS.post("MAINTENANCE_WORKER", "/work-orders/{sold}/transitions", OurRows.step("TAKE", 1));
        OURS.make("noise", "CS_ASSISTANT", "/work-orders", COMPLAINT);
        OURS.make("asked", "CS_ASSISTANT", "/service-requests", RowBodies.REQUEST);
        OURS.make("unmade", "CASHIER", "/payments/{payment}/reversals", RowBodies.REVERSAL);
        OURS.make("unpaid", "CASHIER", "/payments/{payment}/refunds", RowBodies.REFUND);
        OURS.make("unfetched", "CASHIER", "/payments/{payment}/refunds", RowBodies.REFUND);
        OURS.post("PROPERTY_MANAGER", "/payment-refunds/{unfetched}/approvals", RowBodies.YES);
        OURS.make(
                "spare",
                "PROPERTY_MANAGER",
                "/staff/{worker}/duty-spans",
                RowBodies.SPAN.replace("-06T", "-09T"));
        OURS.make(
                "later",
                "PROPERTY_MANAGER",
                "/roster-turns",
                RowBodies.TURN.replace("-02T", "-03T"));
        OURS.make("gate", "PROPERTY_MANAGER", "/stations", RowBodies.STATION);
        OURS.keep("fourth", OURS.company().staff("STEWARD:4"));
        OURS.make("porch", "PROPERTY_MANAGER", "/stations", RowBodies.STATION);
        OURS.post("STEWARD:6", "/stations/{porch}/watch-events", RowBodies.MANNED);
        OURS.make(
                "prepared",
                "STEWARD:6",
                "/stations/{porch}/handovers",
                "{\"relief_id\": \"{fourth}\"}");
        OURS.make("fight", "PROPERTY_MANAGER", "/incidents", RowBodies.FIGHT);
        OURS.make("drill", "PROPERTY_MANAGER", "/drills", RowBodies.DRILL);
        OURS.make("gauge", "MAINTENANCE_WORKER", "/meters", RowBodies.METER.replace("G-", "H-"));
        OURS.make(
                "pump",
                "PROPERTY_MANAGER",
                "/equipment",
                RowBodies.EQUIPMENT.replace("\"{community}\", \"name", "\"{gate}\", \"name"));
    }

    /** Whatever another tries, we do right after it. */
    @ParameterizedTest
    @CsvFileSource(resources = "other-tenant-writes.csv", delimiter = '|', quoteCharacter = '\'')
    void whatIsChangedByItsIdIsNotThereForAnother(
            String post, String path, String body, String seen) {
        String before = OURS.get(seen).expect(200).body();
        Api stranger = THEIRS.as(post).with("If-Match", "*");
        String there = OURS.filled(path);
        Reply refused =
                body.equals("DELETE")
                        ? stranger.delete(there)
                        : stranger.post(there, OURS.filled(body));
        refused.expectProblem(404, "not-found");
        assertThat(OURS.get(seen).body()).isEqualTo(before);
        OURS.post(post, path, body);
        assertThat(OURS.get(seen).body()).isNotEqualTo(before);
    }

    /** Who was told is of our company, so nobody of another can be. */
    @Test
    void whatIsToldInOneCompanyIsNotAcknowledgedInAnother() {
        OURS.make("major", "CS_ASSISTANT", "/work-orders", COMPLAINT);
        String why = "{\"occurred_at\": \"2026-03-06T09:10:00+08:00\", \"reason\": \"拒不配合\"}";
        Reply raised = OURS.post("CS_ASSISTANT", "/complaints/{major}/escalations", why);
        String path = OURS.filled("/complaints/{major}/escalations/1/acknowledgements");
        String heard = "{\"acknowledged_at\": \"2026-03-06T09:20:00+08:00\"}";
        THEIRS.as("CS_SUPERVISOR").post(path, heard).expectProblem(404, "not-found");
        Api told =
                TwoCompanies.SERVER.as(
                        OURS.as("ADMINISTRATOR")
                                .post(
                                        "/staff/" + raised.text("/staff_ids/0") + "/tokens",
                                        "{\"label\": \"test\"}")
                                .expect(201)
                                .text("/token"));
        told.inPost("CS_SUPERVISOR").post(path, heard).expect(201);
    }

    /** Areas are the administrator's, and ours alone calls over HTTP. */
    @Test
    void theAdministratorEndsNoAreaOfAnotherCompany() {
        PatrolDesk desk = TwoCompanies.SERVER.part(PatrolDesk.class);
        Caller owner = new OtherCompany(TwoCompanies.SERVER).owner();
        String key = "z" + OURS.filled("{area}");
        LocalDate from = LocalDate.of(2026, 2, 1);
        AreaRow area =
                new AreaRow(new Named(key, "车库", "Garage"), List.of("CASHIER"), null, from, null);
        TwoCompanies.SERVER.inTransaction(() -> desk.create(owner, area));
        String end = "{\"to\": \"2099-01-01\"}";
        OURS.as("ADMINISTRATOR")
                .post("/patrol-areas/" + key + "/endings", end)
                .expectProblem(404, "not-found");
        OURS.post("ADMINISTRATOR", "/patrol-areas/{area}/endings", end);
        TwoCompanies.SERVER.inTransaction(
                () -> assertThat(desk.end(owner, key, from).to()).isEqualTo(from));
    }
}

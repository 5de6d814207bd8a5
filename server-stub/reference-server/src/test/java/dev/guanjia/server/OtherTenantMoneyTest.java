package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What another company gets to see of our deferrals, late charges, bad debts and deposits. */
class OtherTenantMoneyTest {

    private static final String MONEY = "{\"amount\": \"1.00\", \"currency\": \"CNY\"}";

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);

    @Test
    void itFindsNothingOfOursAndChangesNothing() {
        String charge = charge();
        String deferral =
                made(
                        "STEWARD",
                        "/deferrals",
                        """
                        {"charge_id": "%s", "reason": "住院", "stated_on": "2026-06-01"}"""
                                .formatted(charge));
        String waiver =
                made(
                        "STEWARD",
                        "/waivers",
                        """
                        {"charge_id": "%s", "amount": %s, "reason": "漏水", "attachments": [],
                         "proposed_on": "2026-06-01"}"""
                                .formatted(charge, MONEY));
        String writeOff =
                made(
                        "STEWARD",
                        "/write-offs",
                        """
                        {"charge_id": "%s", "amount": %s, "reason": "失联",
                         "evidence": ["court.pdf"], "proposed_on": "2026-06-01"}"""
                                .formatted(charge, MONEY));
        String rule =
                made(
                        "PROPERTY_MANAGER",
                        "/late-charge-rules",
                        """
                        {"community_id": "%s", "fee_item": "SECONDARY_WATER", "from": "2026-01-01",
                         "rate": "1/2000", "per": "DAY", "grace_days": 0, "source": "合同"}"""
                                .formatted(estate.community()));
        String deposit =
                made(
                        "CASHIER",
                        "/deposits",
                        """
                        {"unit_id": "%s", "kind": "KEY", "amount": %s, "method": "BANK",
                         "receipt_no": "%s", "taken_on": "2026-06-01"}"""
                                .formatted(estate.unit(0), MONEY, charge));
        for (String path :
                List.of(
                        "/deferrals/" + deferral,
                        "/waivers/" + waiver,
                        "/write-offs/" + writeOff,
                        "/late-charge-rules/" + rule,
                        "/deposits/" + deposit,
                        "/units/" + estate.unit(0) + "/late-charges?on=2026-06-30")) {
            estate.as("PROPERTY_MANAGER").get(path).expect(200);
            theirs("PROPERTY_MANAGER").get(path).expectProblem(404, "not-found");
        }
        denied("PROPERTY_MANAGER", "/deferrals/" + deferral + "/confirmations", day("confirmed"));
        denied("PROPERTY_MANAGER", "/deferrals/" + deferral + "/rejections", day("rejected"));
        denied(
                "PROPERTY_MANAGER",
                "/late-charge-rules/" + rule + "/endings",
                "{\"to\": \"2026-07-01\"}");
        denied("PROPERTY_MANAGER", "/waivers/" + waiver + "/signatures", day("signed"));
        denied("PROPERTY_MANAGER", "/waivers/" + waiver + "/rejections", day("rejected"));
        denied(
                "STEWARD",
                "/deferrals/" + deferral + "/grants",
                "{\"granted_on\": \"2026-06-02\", \"promised_on\": \"2026-06-30\"}");
        denied("PROPERTY_MANAGER", "/write-offs/" + writeOff + "/approvals", day("approved"));
        denied("PROPERTY_MANAGER", "/write-offs/" + writeOff + "/rejections", day("rejected"));
        denied(
                "CASHIER",
                "/write-offs/" + writeOff + "/recoveries",
                "{\"payment\": \"x\", \"amount\": %s, \"recovered_on\": \"2026-06-02\"}"
                        .formatted(MONEY));
        denied("STEWARD", "/deposits/" + deposit + "/checks", day("checked"));
        denied(
                "STEWARD",
                "/deposits/" + deposit + "/deductions",
                "{\"amount\": %s, \"reason\": \"r\", \"consent\": \"c\", \"deducted_on\": \"%s\"}"
                        .formatted(MONEY, "2026-06-02"));
        denied(
                "CASHIER",
                "/deposits/" + deposit + "/refunds",
                "{\"amount\": %s, \"method\": \"CASH\", \"refunded_on\": \"2026-06-02\"}"
                        .formatted(MONEY));
        refused(
                "CS_ASSISTANT",
                "/deposit-summaries",
                "{\"deposit_ids\": [\"%s\"], \"drawn_up_on\": \"2026-06-02\"}".formatted(deposit));
        refused(
                "STEWARD",
                "/deferrals",
                "{\"charge_id\": \"%s\", \"reason\": \"r\", \"stated_on\": \"2026-06-01\"}"
                        .formatted(charge));
        for (String list :
                List.of("/deferrals?unit_id=", "/write-offs?unit_id=", "/deposits?unit_id=")) {
            String path = list + estate.unit(0);
            assertThat(estate.as("STEWARD").get(path).json().at("/items").size()).isEqualTo(1);
            assertThat(theirs("STEWARD").get(path).json().at("/items").isEmpty()).isTrue();
        }
        String held = "/deposit-balances?unit_id=" + estate.unit(0);
        assertThat(theirs("STEWARD").get(held).expect(200).json().at("/items").isEmpty()).isTrue();
    }

    @Test
    void aSheetOfOursIsNotTheirs() {
        String deposit =
                made(
                        "CASHIER",
                        "/deposits",
                        """
                        {"unit_id": "%s", "kind": "KEY", "amount": %s, "method": "BANK",
                         "receipt_no": "%s", "taken_on": "2026-06-01"}"""
                                .formatted(estate.unit(0), MONEY, estate.unit(0)));
        estate.as("STEWARD")
                .with("If-Match", "*")
                .post("/deposits/" + deposit + "/checks", day("checked"))
                .expect(200);
        String sheet =
                made(
                        "CS_ASSISTANT",
                        "/deposit-summaries",
                        "{\"deposit_ids\": [\"%s\"], \"drawn_up_on\": \"2026-06-02\"}"
                                .formatted(deposit));
        String path = "/deposit-summaries/" + sheet;
        theirs("CS_SUPERVISOR").get(path).expectProblem(404, "not-found");
        denied("CS_SUPERVISOR", path + "/signatures", day("signed"));
        denied(
                "CS_SUPERVISOR",
                path + "/rejections",
                "{\"rejected_on\": \"2026-06-03\", \"reason\": \"r\"}");
        assertThat(theirs("CS_SUPERVISOR").get("/deposit-summaries?limit=200").body())
                .doesNotContain(sheet);
    }

    private static String day(String step) {
        return "{\"%s_on\": \"2026-06-02\"}".formatted(step);
    }

    private String charge() {
        String run = estate.bill("2026-05", "2026-05-29");
        return estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
    }

    private String made(String post, String path, String body) {
        return estate.as(post).post(path, body).expect(201).text("/id");
    }

    private static Api theirs(String post) {
        return TwoCompanies.THEIRS.as(post);
    }

    private static void denied(String post, String path, String body) {
        theirs(post).with("If-Match", "*").post(path, body).expectProblem(404, "not-found");
    }

    private static void refused(String post, String path, String body) {
        theirs(post).post(path, body).expectProblem(400, "invalid-request");
    }
}

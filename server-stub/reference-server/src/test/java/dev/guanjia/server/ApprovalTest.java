package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ApprovalTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final RunningServer server = RunningServer.shared().withCompany();
    private final Reply steward = server.newcomer("STEWARD");
    private final Reply supervisor = server.newcomer("CS_SUPERVISOR");
    private final Reply manager = server.newcomer("PROPERTY_MANAGER");
    private final Reply accountant = server.newcomer("ACCOUNTANT");

    @Test
    void anExpenditureIsCheckedApprovedAndCountersigned() {
        Reply asked = expenditure("500.00").expect(201);
        String id = asked.text("/id");
        assertThat(id).matches("ap_[0-9A-Za-z]{20}");
        assertThat(asked.header("Location")).isEqualTo("/v1/approvals/" + id);
        assertThat(asked.text("/state")).isEqualTo("OPEN");
        assertThat(asked.text("/reference")).isEqualTo("PO-7");
        assertThat(asked.json().at("/steps").findValuesAsString("post"))
                .containsExactly("CS_SUPERVISOR", "PROPERTY_MANAGER", "ACCOUNTANT");

        Reply checked = decide(supervisor, id, asked.header("ETag"), "GRANT").expect(200);
        assertThat(checked.header("ETag")).isEqualTo("\"2\"");
        decide(manager, id, asked.header("ETag"), "GRANT")
                .expectProblem(412, "precondition-failed");
        Reply approved = decide(manager, id, checked.header("ETag"), "GRANT").expect(200);
        assertThat(approved.text("/steps/1/decision/decided_by"))
                .isEqualTo(manager.text("/staff_id"));
        assertThat(approved.text("/steps/1/decision/post")).isEqualTo("PROPERTY_MANAGER");
        assertThat(approved.text("/steps/1/decision/authority_version")).startsWith("AUT-20");
        Reply paid = decide(accountant, id, approved.header("ETag"), "GRANT").expect(200);
        assertThat(paid.text("/state")).isEqualTo("APPROVED");
        decide(accountant, id, paid.header("ETag"), "GRANT").expectProblem(409, "approval-closed");
        assertThat(actions(id)).containsExactly("REQUEST", "PASS", "PASS", "COMPLETE");
    }

    @Test
    void anAttemptWithoutAuthorityLeavesOneAuditRowAndNothingElse() {
        Reply asked = expenditure("500.00").expect(201);
        String id = asked.text("/id");
        Reply stranger = server.newcomer("MAINTENANCE_WORKER");
        Map<String, String> before = tables();
        long trail = trail();

        Reply refused = decide(stranger, id, asked.header("ETag"), "GRANT");
        refused.expectProblem(403, "no-authority");
        assertThat(refused.text("/reasons/0/facts/permitted"))
                .contains(supervisor.text("/staff_id"));

        assertThat(tables()).isEqualTo(before);
        assertThat(trail()).isEqualTo(trail + 1);
        assertThat(lastOfTrail())
                .containsEntry("action", "decide-approval")
                .containsEntry("subject", id)
                .containsEntry("outcome", "REFUSED")
                .containsEntry("staff_id", stranger.text("/staff_id"));
        Reply events = as(steward).get("/approvals/" + id + "/events").expect(200);
        assertThat(events.text("/items/1/action")).isEqualTo("REFUSED");
        assertThat(events.text("/items/1/by")).isEqualTo(stranger.text("/staff_id"));
        assertThat(events.text("/items/1/reasons/0/code")).isEqualTo("no-authority");
        assertThat(as(steward).get("/approvals/" + id).text("/state")).isEqualTo("OPEN");
    }

    @Test
    void nobodyDecidesTheirOwnRequestBeforeTheirTurnOrWithoutAReason() {
        Reply own = request(manager, "EXPENDITURE", "80.00").expect(201);
        decide(manager, own.text("/id"), "*", "GRANT").expectProblem(403, "self-approval");

        Reply asked = expenditure("90.00").expect(201);
        String id = asked.text("/id");
        decide(manager, id, "*", "GRANT").expectProblem(409, "earlier-step-open");
        decide(supervisor, id, "*", "DENY").expectProblem(409, "denial-reason-missing");
        decide(supervisor, id, "*", "PERHAPS").expectProblem(400, "invalid-request");
        as(supervisor)
                .with("If-Match", "*")
                .post(
                        "/approvals/" + id + "/decisions",
                        "{\"verdict\": \"GRANT\", \"step_id\": \"EXPENDITURE-2\"}")
                .expectProblem(409, "approval-step-not-next");
        Reply denied =
                as(supervisor)
                        .with("If-Match", "*")
                        .post(
                                "/approvals/" + id + "/decisions",
                                "{\"verdict\": \"DENY\", \"reason\": \"No offer attached\"}");
        assertThat(denied.expect(200).text("/state")).isEqualTo("DENIED");
        assertThat(denied.text("/steps/0/decision/reason")).isEqualTo("No offer attached");
    }

    @Test
    void onlyTheRequesterWithdraws() {
        Reply asked = expenditure("60.00").expect(201);
        String path = "/approvals/" + asked.text("/id") + "/withdrawals";
        as(manager)
                .with("If-Match", "*")
                .post(path, "{}")
                .expectProblem(403, "withdrawal-by-other");
        Reply withdrawn =
                as(steward).with("If-Match", asked.header("ETag")).post(path, "{}").expect(200);
        assertThat(withdrawn.text("/state")).isEqualTo("WITHDRAWN");
        assertThat(actions(asked.text("/id"))).containsExactly("REQUEST", "REFUSED", "WITHDRAW");
    }

    @Test
    void aRequestThatFitsNothingNamesEveryPlace() {
        String body =
                """
                {"kind": "NOTHING", "amount": {"amount": "0.00", "currency": "CNY"},
                 "subject": " ", "attachments": [" "],
                 "acts": [{"act": "DEPOSIT_COLLECTED", "staff_id": "sf_00000000"}]}""";
        Reply reply = as(steward).post("/approvals", body);
        reply.expectProblem(400, "invalid-request");
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/kind",
                        "/amount/amount",
                        "/subject",
                        "/attachments/0",
                        "/acts/0/staff_id");
        String without = "{\"kind\": \"EXPENDITURE\", \"subject\": \"Tea\", \"attachments\": []}";
        as(steward).post("/approvals", without).expectProblem(409, "approval-amount-missing");
    }

    @Test
    void askingNamesTheOutcomeAndThePeopleWhoCouldAndDoesNothing() {
        Reply asked = expenditure("70.00").expect(201);
        Reply answer =
                as(supervisor).get("/approvals/" + asked.text("/id") + "/answer").expect(200);
        assertThat(answer.text("/outcome")).isEqualTo("NEEDS_MORE");
        assertThat(answer.text("/post")).isEqualTo("CS_SUPERVISOR");
        assertThat(answer.text("/could/0/step_id")).isEqualTo("EXPENDITURE-2");
        assertThat(answer.json().at("/could").findValuesAsString("staff_id"))
                .contains(manager.text("/staff_id"), accountant.text("/staff_id"));

        String query =
                "/authority-answer?kind=WAIVER&amount=10.00&requester_id="
                        + steward.text("/staff_id");
        assertThat(as(manager).get(query).expect(200).text("/outcome")).isEqualTo("GRANTED");
        Reply denied = as(steward).get("/authority-answer?kind=WAIVER&amount=10.00").expect(200);
        assertThat(denied.text("/outcome")).isEqualTo("DENIED");
        assertThat(denied.text("/reasons/0/message")).isNotEmpty();
        as(manager)
                .get("/authority-answer?kind=WAIVER&amount=1.001")
                .expectProblem(400, "invalid-request");
    }

    @Test
    void peopleSeeWhatConcernsThemAndWhatWaitsForThem() {
        Reply asked = expenditure("40.00").expect(201);
        String id = asked.text("/id");
        String mine = "/approvals?limit=200&requested_by=" + steward.text("/staff_id");
        assertThat(ids(as(steward), mine)).containsExactly(id);
        assertThat(ids(server.holding("STEWARD"), mine)).isEmpty();
        assertThat(ids(server.asAdministrator(), mine)).containsExactly(id);
        assertThat(ids(as(supervisor), mine + "&waiting_for_me=true")).containsExactly(id);
        assertThat(ids(as(manager), mine + "&waiting_for_me=true")).isEmpty();
        assertThat(ids(as(manager), mine + "&state=OPEN&kind=EXPENDITURE")).containsExactly(id);
        as(steward).get("/approvals/ap_00000000").expectProblem(404, "not-found");
    }

    @Test
    void theKindsAndChainsOfTheCatalogueAreListedInPages() {
        Reply kinds = as(steward).get("/authority-kinds?limit=200").expect(200);
        assertThat(kinds.json().at("/items").findValuesAsString("id"))
                .isSorted()
                .contains("WAIVER", "EXPENDITURE");
        Reply first = as(steward).get("/approval-chains?kind=EXPENDITURE&limit=2").expect(200);
        assertThat(first.json().at("/items").findValuesAsString("id"))
                .containsExactly("EXPENDITURE-1", "EXPENDITURE-2");
        String next = "/approval-chains?kind=EXPENDITURE&cursor=" + first.text("/next_cursor");
        assertThat(as(steward).get(next).expect(200).text("/items/0/act")).isEqualTo("COUNTERSIGN");
    }

    @Test
    void aDelegateDecidesUntilTheDelegationIsRevoked() {
        Reply delegate = server.newcomer("CS_ASSISTANT");
        String body =
                """
                {"to_id": "%s", "kinds": ["WAIVER"], "from": "%s", "to": "%s",
                 "limit": {"amount": "100.00", "currency": "CNY"}}"""
                        .formatted(delegate.text("/staff_id"), TODAY, TODAY.plusDays(7));
        Reply given = as(manager).post("/delegations", body).expect(201);
        String delegation = given.text("/id");
        assertThat(given.text("/to")).isEqualTo(TODAY.plusDays(7).toString());

        String small = request(steward, "WAIVER", "100.00").expect(201).text("/id");
        String large = request(steward, "WAIVER", "100.01").expect(201).text("/id");
        decide(delegate, large, "*", "GRANT").expectProblem(403, "delegation-over-limit");
        Reply passed = decide(delegate, small, "*", "GRANT").expect(200);
        assertThat(passed.text("/state")).isEqualTo("APPROVED");
        assertThat(passed.text("/steps/0/decision/delegation_id")).isEqualTo(delegation);
        assertThat(passed.text("/steps/0/decision/post")).isEqualTo("PROPERTY_MANAGER");

        String revocations = "/delegations/" + delegation + "/revocations";
        String today = "{\"from\": \"%s\"}".formatted(TODAY);
        as(delegate).post(revocations, today).expectProblem(403, "delegation-of-another");
        as(manager)
                .post(revocations, "{\"from\": \"2020-01-01\"}")
                .expectProblem(400, "invalid-request");
        Reply revoked = as(manager).post(revocations, today).expect(200);
        assertThat(revoked.text("/to")).isEqualTo(TODAY.toString());
        assertThat(revoked.text("/revoked_at")).isNotEmpty();
        as(manager).post(revocations, today).expectProblem(409, "delegation-revoked");
        String later = request(steward, "WAIVER", "50.00").expect(201).text("/id");
        decide(delegate, later, "*", "GRANT").expect(403);
        assertThat(as(steward).get("/approvals/" + small).text("/steps/0/decision/delegation_id"))
                .isEqualTo(delegation);
        String list = "/delegations?staff_id=" + delegate.text("/staff_id");
        assertThat(ids(as(manager), list)).containsExactly(delegation);
        assertThat(ids(as(manager), list + "&as_of=" + TODAY + "T08:00:00Z")).isEmpty();
    }

    @Test
    void nobodyDelegatesWhatTheyDoNotHaveOrToThemselves() {
        String body = "{\"to_id\": \"%s\", \"kinds\": [\"%s\"], \"from\": \"%s\", \"to\": \"%s\"}";
        String to = supervisor.text("/staff_id");
        LocalDate end = TODAY.plusDays(3);
        as(steward)
                .post("/delegations", body.formatted(to, "WAIVER", TODAY, end))
                .expectProblem(403, "no-authority");
        as(manager)
                .post(
                        "/delegations",
                        body.formatted(manager.text("/staff_id"), "WAIVER", TODAY, end))
                .expectProblem(409, "delegation-to-oneself");
        Reply wrong =
                as(manager)
                        .post(
                                "/delegations",
                                body.formatted("sf_00000000", "NOTHING", TODAY, TODAY));
        wrong.expectProblem(400, "invalid-request");
        assertThat(wrong.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/to_id", "/kinds/0", "/to");
    }

    private Reply expenditure(String yuan) {
        return request(steward, "EXPENDITURE", yuan);
    }

    private Reply request(Reply person, String kind, String yuan) {
        String body =
                """
                {"kind": "%s", "amount": {"amount": "%s", "currency": "CNY"},
                 "subject": "New pump", "reference": "PO-7", "attachments": ["offer.pdf"]}"""
                        .formatted(kind, yuan);
        return as(person).post("/approvals", body);
    }

    private Reply decide(Reply person, String id, String ifMatch, String verdict) {
        return as(person)
                .with("If-Match", ifMatch)
                .post(
                        "/approvals/" + id + "/decisions",
                        "{\"verdict\": \"%s\"}".formatted(verdict));
    }

    private Api as(Reply person) {
        return server.as(person.text("/token"));
    }

    private List<String> actions(String id) {
        Reply events = as(steward).get("/approvals/" + id + "/events").expect(200);
        return events.json().at("/items").findValuesAsString("action");
    }

    private static List<String> ids(Api caller, String path) {
        List<String> ids = new ArrayList<>();
        caller.get(path)
                .expect(200)
                .json()
                .at("/items")
                .forEach(item -> ids.add(item.at("/id").asString()));
        return ids;
    }

    /** What stands in every table but the trail. */
    private Map<String, String> tables() {
        Map<String, String> contents = new TreeMap<>();
        List<String> names =
                server.db()
                        .sql(
                                """
                                select table_name from information_schema.tables
                                where table_schema = 'public' and table_type = 'BASE TABLE'
                                    and table_name <> 'audit_entry'
                                """)
                        .query(String.class)
                        .list();
        for (String name : names) {
            String sum =
                    "select coalesce(md5(string_agg(t::text, ',' order by t::text)), '-') from ";
            contents.put(name, server.db().sql(sum + name + " t").query(String.class).single());
        }
        assertThat(contents).containsKeys("approval", "approval_event", "idempotency");
        return contents;
    }

    private long trail() {
        return server.db().sql("select count(*) from audit_entry").query(Long.class).single();
    }

    private Map<String, Object> lastOfTrail() {
        return server.db()
                .sql("select * from audit_entry order by seq desc limit 1")
                .query()
                .singleRow();
    }
}

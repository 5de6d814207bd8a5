package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.export.Workbooks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is registered, billed, paid and held as files, and files that the imports read back. */
class ListingFileTest {

    private static final String JUNE = "from=2024-06-01&until=2024-06-30";
    private static final String MAY = "from=2024-05-01&until=2024-05-31";

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RunningServer server = RunningServer.shared();

    @Test
    void ownersAreReadBackWhateverTheyAreCalled() {
        server.withCompany();
        Api assistant = server.holding("CS_ASSISTANT");
        String tag = Registry.unique("O");
        List<String> names =
                List.of("李,\\\"明\\\"\\n二行" + tag, "=1+1" + tag, "'=1+1" + tag, "'王五" + tag);
        for (String name : names) {
            String body = "{\"name\": \"%s\", \"mobile\": \"+86 139 0001\"}".formatted(name);
            assistant.post("/owners", body).expect(201);
        }
        assistant
                .post("/owners", "{\"name\": \"%s\", \"reference\": \"-%s\"}".formatted(tag, tag))
                .expect(201);
        Reply whole = assistant.with("Accept", "text/csv").get("/owners/file?layout=IMPORT");
        assertThat(whole.expect(200).header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"owners.csv\"");
        List<String> rows = rows(whole).filter(row -> row.contains(tag)).toList();
        assertThat(rows).hasSize(5);
        assertThat(rows.toString())
                .contains("\"李,\"\"明\"\"\n二行" + tag + "\",'+86 139 0001")
                .contains(",'=1+1" + tag + ",")
                .contains(",''=1+1" + tag + ",")
                .contains(",'王五" + tag + ",")
                .contains("'-" + tag + "," + tag + ",");
        Reply again = csv("/owner-files", "reference,name,mobile\r\n" + String.join("\r\n", rows));
        assertThat(again.expect(201).json().at("/unchanged").asInt()).isEqualTo(5);
        assertThat(again.json().at("/stored").asInt()).isZero();
        String changed =
                rows.stream()
                        .filter(row -> row.startsWith("ow_"))
                        .findFirst()
                        .orElseThrow()
                        .replace(tag, tag + "a");
        csv("/owner-files", "reference,name,mobile\r\n" + changed)
                .expectRefused("owner-import-differs", "/rows/1/reference");
        List<String> people =
                rows(assistant.get("/owners/file?format=CSV").expect(200))
                        .filter(row -> row.contains("'-" + tag))
                        .toList();
        assertThat(people.get(0)).startsWith("ow_").endsWith(",'-" + tag + "," + tag + ",");
    }

    @Test
    void unitsAreReadBackHereAndElsewhereAsTheyWereEntered() {
        Registry here = Registry.with(server);
        here.enter(here.unit("1,\\\"2\\\"", "89.50", Registry.unique("S"))).expect(201);
        here.enter(here.unit("=7", "12.5", Registry.unique("S"))).expect(201);
        String id = here.enter(here.unit("3")).expect(201).text("/units/0/id");
        server.holding("CS_ASSISTANT")
                .post(
                        "/units/" + id + "/facts",
                        "{\"from\": \"2024-05-01\", \"area\": \"91\", \"vacancy\": \"VACANT\"}")
                .expect(201);
        String file = units(here.community(), "?layout=IMPORT&format=CSV").body();
        List<String> lines = file.lines().toList();
        assertThat(lines.get(0)).isEqualTo("\uFEFFbuilding,number,use,area,owner,vacancy,since");
        assertThat(lines.get(1)).startsWith("1,\"1,\"\"2\"\"\",RESIDENTIAL,89.50,ow_");
        assertThat(lines.get(2)).startsWith("1,3,RESIDENTIAL,89.50,ow_").endsWith(",OCCUPIED,");
        assertThat(lines.get(3)).startsWith("1,'=7,RESIDENTIAL,12.5,ow_");
        counted(csv(path(here.community(), "unit-files"), file), 0, 3);
        Registry there = Registry.with(server);
        counted(csv(path(there.community(), "unit-files"), file), 3, 0);
        assertThat(units(there.community(), "?layout=IMPORT&format=CSV").body()).isEqualTo(file);
        counted(csv(path(there.community(), "unit-files"), file), 0, 3);
    }

    @Test
    void theUnitsOfToday() throws Exception {
        Registry registry = Registry.with(server);
        String id = registry.enter(registry.unit("101")).expect(201).text("/units/0/id");
        server.holding("CS_ASSISTANT")
                .post(
                        "/units/" + id + "/facts",
                        "{\"from\": \"2024-05-01\", \"area\": \"91.00\", \"vacancy\": \"VACANT\"}")
                .expect(201);
        List<List<String>> rows =
                Workbooks.rows(
                        server.asAdministrator()
                                .file(path(registry.community(), "units/file?format=XLSX")));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .containsExactly(
                        "unit_id",
                        "building_code",
                        "building_name",
                        "unit_number",
                        "use",
                        "area",
                        "vacancy",
                        "owner_id",
                        "owner_reference",
                        "owner_name",
                        "owner_mobile");
        assertThat(rows.get(1).subList(0, 7))
                .containsExactly(id, "1", "1幢", "101", "RESIDENTIAL", "#91", "VACANT");
        assertThat(rows.get(1).subList(8, 11)).containsExactly("", "张伟", "13900011201");
    }

    @Test
    void readingsAreReadBackAndTheListNamesWhatWasCorrected() {
        Estate estate = Estate.with(server, 2);
        List<String> ids = estate.read(2, "2024-05-25", "21.10");
        estate.as("MAINTENANCE_WORKER")
                .post(
                        "/meter-reading-batches",
                        """
                        {"readings": [{"meter_id": "%s", "read_on": "2024-05-25", "value": "20.5",
                         "source": "CORRECTED", "corrects": "%s"}]}"""
                                .formatted(estate.meter(0), ids.get(0)))
                .expect(201);
        estate.read(2, "2024-06-25", "30");
        String query = path(estate.community(), "meter-readings/file?format=CSV&" + MAY);
        List<String> all = rows(estate.as("STEWARD").get(query).expect(200)).toList();
        assertThat(all).hasSize(4);
        assertThat(all.get(1)).startsWith(ids.get(0)).endsWith("2024-05-25,21.10,READ,false,,no");
        assertThat(all.get(2)).endsWith("2024-05-25,20.5,CORRECTED,false," + ids.get(0) + ",yes");
        assertThat(all.get(3)).contains(",1幢,2,").endsWith("21.10,READ,false,,yes");
        String file = estate.as("STEWARD").get(query + "&layout=IMPORT").expect(200).body();
        List<String> lines = file.lines().toList();
        assertThat(lines.get(0)).isEqualTo("\uFEFFkind,serial_no,read_on,value,source,rolled_over");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).endsWith(",2024-05-25,20.5,READ,false");
        Reply again =
                estate.as("MAINTENANCE_WORKER")
                        .with("Content-Type", "text/csv")
                        .post("/meter-reading-files", file)
                        .expect(201);
        assertThat(again.json().at("/stored").asInt()).isZero();
        assertThat(again.json().at("/items").size()).isEqualTo(2);
    }

    @Test
    void paymentsAreReadBackAndThoseUndoneAreLeftOut() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-29");
        String reference = Registry.unique("=R");
        estate.pay(0, "10.00", "2024-06-03").expect(201);
        estate.as("CASHIER")
                .post(
                        "/payments",
                        estate.payment(
                                0,
                                "20.00",
                                "2024-06-04",
                                ", \"external_reference\": \"" + reference + "\""))
                .expect(201);
        String undone = estate.pay(0, "30.00", "2024-06-05").expect(201).text("/id");
        Reply asked =
                estate.as("CASHIER")
                        .post(
                                "/payments/" + undone + "/reversals",
                                """
                                {"cause": "BOUNCED", "reason": "退票",
                                 "proposed_on": "2024-06-06"}""")
                        .expect(201);
        estate.as("PROPERTY_MANAGER")
                .with("If-Match", asked.header("ETag"))
                .post(
                        "/payment-reversals/" + asked.text("/id") + "/approvals",
                        "{\"reference\": \"SP-1\", \"approved_on\": \"2024-06-07\"}")
                .expect(200);
        String query = path(estate.community(), "payments/file?layout=IMPORT&format=CSV&" + JUNE);
        String file = estate.as("STEWARD").get(query).expect(200).body();
        List<String> lines = file.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("2024-06-03,10.00,CNY,WECHAT,pm_");
        assertThat(lines.get(2))
                .isEqualTo("2024-06-04,20.00,CNY,WECHAT,'" + reference + "," + estate.unit(0));
        Reply again =
                estate.as("CASHIER")
                        .with("Content-Type", "text/csv")
                        .post("/payment-files", file)
                        .expect(201);
        assertThat(again.json().at("/taken").asInt()).isZero();
        assertThat(again.json().at("/items").size()).isEqualTo(2);
    }

    @Test
    void receiptsChargesDepositsAndCasesOfACommunity() throws Exception {
        Estate estate = Estate.priced(server, 1);
        String run = estate.bill("2024-05", "2024-05-10");
        String paid = estate.pay(0, "14.80", "2024-06-03").expect(201).text("/id");
        Api steward = estate.as("STEWARD");
        List<String> charge = file(estate, "charges/file?" + MAY).get(1);
        assertThat(charge.get(1)).isEqualTo(run);
        assertThat(charge.subList(3, 5)).containsExactly("1幢", "1");
        assertThat(charge.subList(6, 14))
                .containsExactly(
                        "张伟",
                        "PROPERTY_SERVICE",
                        "2024-05-01",
                        "2024-06-01",
                        "2024-05-28",
                        "#214.8",
                        "#200",
                        "yes");
        assertThat(file(estate, "charges/file?" + JUNE)).hasSize(1);

        String issued = steward.get("/receipts?payment_id=" + paid).expect(200).text("/items/0/id");
        Reply receipt = steward.get("/receipts/" + issued).expect(200);
        String day = "from=" + receipt.text("/issued_on") + "&until=" + receipt.text("/issued_on");
        List<List<String>> receipts = file(estate, "receipts/file?" + day);
        assertThat(receipts).hasSize(2);
        assertThat(receipts.get(1).subList(0, 2)).containsExactly(issued, receipt.text("/number"));
        assertThat(receipts.get(1).subList(4, 5)).containsExactly(paid);
        assertThat(receipts.get(1).subList(10, 13)).containsExactly("张伟", "WECHAT", "#14.8");

        String body =
                """
                {"unit_id": "%s", "kind": "KEY", "amount": {"amount": "100.00", "currency": "CNY"},
                 "method": "BANK", "receipt_no": "%s", "taken_on": "2026-06-01"}"""
                        .formatted(estate.unit(0), Registry.unique("YJ-"));
        Reply taken = estate.as("CASHIER").post("/deposits", body).expect(201);
        steward.with("If-Match", taken.header("ETag"))
                .post(
                        "/deposits/" + taken.text("/id") + "/deductions",
                        """
                        {"amount": {"amount": "30.00", "currency": "CNY"}, "reason": "划损",
                         "consent": "同意书", "deducted_on": "2026-06-02"}""")
                .expect(200);
        List<List<String>> deposits = file(estate, "deposits/file");
        assertThat(deposits).hasSize(2);
        assertThat(deposits.get(1).subList(9, 13)).containsExactly("#100", "#30", "#0", "#70");

        String community = path(estate.community(), "dunning-rounds");
        steward.post(community, "{\"on\": \"2024-07-30\"}").expect(201);
        List<String> open = file(estate, "dunning-cases/file?on=2024-07-30").get(1);
        assertThat(open.subList(2, 4)).containsExactly("张伟", "1幢 1");
        assertThat(open.subList(6, 9)).containsExactly("2024-07-30", "#200", "#63");
    }

    @Test
    void waiversAndDeferralsOfACommunity() throws Exception {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-10");
        String charge = estate.charges("unit_id=" + estate.unit(0)).get(0).at("/id").asString();
        Reply asked =
                estate.as("STEWARD")
                        .post(
                                "/deferrals",
                                """
                                {"charge_id": "%s", "reason": "住院,\\"暂缓\\"",
                                 "stated_on": "2024-06-05"}"""
                                        .formatted(charge));
        String deferral = asked.expect(201).text("/id");
        List<String> row = file(estate, "deferrals/file?" + JUNE).get(1);
        assertThat(row.subList(0, 2)).containsExactly(deferral, charge);
        assertThat(row.subList(8, 12))
                .containsExactly("#214.8", "住院,\"暂缓\"", "2024-05-28", "2024-06-05");
        Reply waiver =
                estate.as("STEWARD")
                        .post(
                                "/waivers",
                                """
                                {"charge_id": "%s",
                                 "amount": {"amount": "14.80", "currency": "CNY"},
                                 "reason": "漏水", "attachments": [],
                                 "proposed_on": "2024-06-05"}"""
                                        .formatted(charge));
        String id = waiver.expect(201).text("/id");
        List<String> given = file(estate, "waivers/file?" + JUNE).get(1);
        assertThat(given.get(0)).isEqualTo(id);
        assertThat(given.subList(8, 12))
                .containsExactly("#14.8", waiver.text("/state"), "漏水", "2024-06-05");
    }

    @Test
    void theOwnersOfAnotherCompanyAreNotInTheFile() {
        String ours = Registry.unique("我们");
        TwoCompanies.SERVER
                .holding("CS_ASSISTANT")
                .post("/owners", "{\"name\": \"%s\"}".formatted(ours))
                .expect(201);
        for (String layout : List.of("LIST", "IMPORT")) {
            String path = "/owners/file?format=CSV&layout=" + layout;
            assertThat(server.asAdministrator().get(path).expect(200).body()).contains(ours);
            Reply theirs = TwoCompanies.THEIRS.as("ACCOUNTANT").get(path).expect(200);
            assertThat(theirs.body()).doesNotContain(ours);
        }
    }

    /** More rows than are read at a time. */
    @Test
    void everyRowComesOnce() {
        Estate estate = Estate.with(server, 1003);
        estate.read(1003, "2024-05-25", "21.1");
        for (String list :
                List.of("units/file?format=CSV", "meter-readings/file?format=CSV&" + MAY)) {
            List<String> rows =
                    rows(estate.as("STEWARD").get(path(estate.community(), list)).expect(200))
                            .skip(1)
                            .toList();
            assertThat(rows).hasSize(1003).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "units/file?",
                "meter-readings/file?" + JUNE,
                "receipts/file?" + JUNE,
                "deposits/file?",
                "dunning-cases/file?",
                "charges/file?" + JUNE,
                "waivers/file?" + JUNE,
                "deferrals/file?" + JUNE
            })
    void whatIsAskedWronglyIsRefused(String list) {
        Estate estate = Estate.with(server, 1);
        Api steward = estate.as("STEWARD");
        steward.get(path("cm_0000000000", list)).expectProblem(404, "not-found");
        String ours = path(estate.community(), list);
        steward.get(ours + "&format=PDF").expectProblem(400, "invalid-request");
        steward.with("Accept", "application/pdf").get(ours).expect(406);
        assertThat(rows(steward.get(ours + "&format=CSV").expect(200)).findFirst())
                .hasValueSatisfying(head -> assertThat(head).startsWith("\uFEFF"));
        if (list.contains("from")) {
            String back = "from=2024-06-02&until=2024-06-01";
            steward.get(ours.replace(JUNE, back)).expectProblem(400, "invalid-request");
            steward.get(ours.replace(JUNE, "")).expectProblem(400, "invalid-request");
        }
    }

    @ParameterizedTest
    @CsvSource({"units/file?", "meter-readings/file?" + JUNE, "payments/file?" + JUNE})
    void anUnknownLayoutIsRefused(String list) {
        Estate estate = Estate.with(server, 0);
        String path = path(estate.community(), list) + "&layout=TABLE";
        Reply refused = estate.as("STEWARD").get(path);
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.text("/errors/0/pointer")).contains("layout");
    }

    private List<List<String>> file(Estate estate, String list) throws Exception {
        return Workbooks.rows(
                estate.as("STEWARD").with("Accept", XLSX).file(path(estate.community(), list)));
    }

    private Reply units(String community, String query) {
        return server.asAdministrator().get(path(community, "units/file" + query)).expect(200);
    }

    private Reply csv(String path, String file) {
        return server.asAdministrator().with("Content-Type", "text/csv").post(path, file);
    }

    private static void counted(Reply reply, int stored, int known) {
        assertThat(reply.expect(201).json().at("/stored").asInt()).isEqualTo(stored);
        assertThat(reply.json().at("/unchanged").asInt()).isEqualTo(known);
    }

    private static Stream<String> rows(Reply file) {
        return Arrays.stream(file.body().split("\r\n"));
    }

    private static String path(String community, String rest) {
        return "/communities/" + community + "/" + rest;
    }
}

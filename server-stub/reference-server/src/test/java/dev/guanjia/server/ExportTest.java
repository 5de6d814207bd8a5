package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.export.Workbooks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the server gives as files says what it lists. */
class ExportTest {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RunningServer server = RunningServer.shared();
    private Estate estate;
    private Api steward;
    private String run;

    @BeforeEach
    void bill() {
        estate = Estate.priced(server, 2);
        run = estate.bill("2024-05", "2024-05-10");
        steward = estate.as("STEWARD");
    }

    @Test
    void theArrearsAsAWorkbookHaveAmountsAsNumbersAndDaysAsDays() throws Exception {
        byte[] file = steward.with("Accept", XLSX).file(arrears("?on=2024-06-30"));
        List<List<String>> rows = Workbooks.rows(file);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .containsExactly(
                        "unit_id",
                        "building_name",
                        "unit_number",
                        "payer",
                        "payer_name",
                        "charges",
                        "open",
                        "overdue",
                        "deferred",
                        "oldest_due_on",
                        "days_overdue");
        assertThat(rows.get(1).subList(4, 11))
                .containsExactly("张伟", "#1", "#214.8", "#214.8", "#0", "2024-05-28", "#33");
    }

    @Test
    void theArrearsAsCsvSayTheSame() {
        Reply file = steward.with("Accept", "text/csv").get(arrears("?on=2024-06-30")).expect(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"arrears.csv\"");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("\uFEFFunit_id,building_name,unit_number,");
        assertThat(lines.get(1)).endsWith(",张伟,1,214.80,214.80,0.00,2024-05-28,33");
    }

    @Test
    void theKindIsThatOfAcceptOrOfTheLink() {
        Api either = steward.with("Accept", "text/csv;q=0.5, " + XLSX);
        assertThat(either.get(arrears("")).header("Content-Type")).isEqualTo(XLSX);
        Api browser = steward.with("Accept", "text/html, */*;q=0.8");
        assertThat(browser.get(arrears("")).header("Content-Type")).startsWith("text/csv");
        assertThat(browser.get(arrears("?format=XLSX")).header("Content-Type")).isEqualTo(XLSX);
        browser.get(arrears("?format=PDF")).expectProblem(400, "invalid-request");
        steward.with("Accept", "application/pdf").get(arrears("")).expect(406);
        steward.with("Accept", XLSX)
                .get("/communities/cm_0000000000/arrears/file")
                .expectProblem(404, "not-found");
    }

    @Test
    void aFileIsSentInOnePiece() {
        Api steady = steward.with("Accept", "text/csv");
        String whole = steady.get(arrears("")).expect(200).body();
        for (String range : List.of("bytes=9999999999-", "bytes=0-1,4-5")) {
            Reply reply = steady.with("Range", range).get(arrears("")).expect(200);
            assertThat(reply.body()).isEqualTo(whole);
        }
    }

    @Test
    void anAccountRunsFromTheOpeningToTheClosingRow() throws Exception {
        estate.pay(0, "200.00", "2024-06-03").expect(201);
        String path =
                "/units/" + estate.unit(0) + "/statements/file?from=2024-06-01&until=2024-06-30";
        Reply csv = steward.with("Accept", "text/csv").get(path).expect(200);
        List<String> lines = csv.body().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).isEqualTo("2024-06-01,OPENING,,,,,,214.80");
        assertThat(lines.get(2)).startsWith("2024-06-03,PAID,un_").endsWith(",-200.00,14.80");
        assertThat(lines.get(3)).isEqualTo("2024-06-30,CLOSING,,,,,,14.80");
        List<List<String>> rows = Workbooks.rows(steward.file(path + "&format=XLSX"));
        assertThat(rows.get(2).subList(6, 8)).containsExactly("#-200", "#14.8");
    }

    @Test
    void theAccountOfAPayerIsAFileToo() throws Exception {
        estate.pay(0, "200.00", "2024-06-03").expect(201);
        String owner = steward.get("/units/" + estate.unit(0)).expect(200).text("/owner_id");
        String payer = "OWNER:" + owner;
        String path = "/statements/file?from=2024-06-01&until=2024-06-30&payer=";
        Reply csv = steward.with("Accept", "text/csv").get(path + payer).expect(200);
        assertThat(csv.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"statement.csv\"");
        List<String> lines = csv.body().lines().toList();
        Reply same = steward.get(path.replace("/file", "") + payer).expect(200);
        assertThat(lines).hasSize(same.json().at("/lines").size() + 3);
        assertThat(lines.get(1)).isEqualTo("2024-06-01,OPENING,,,,,,214.80");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("2024-06-30,CLOSING,,,,,,14.80");
        List<List<String>> rows = Workbooks.rows(steward.with("Accept", XLSX).file(path + payer));
        assertThat(rows).hasSize(lines.size());
        steward.get(path + "OWNER:ow_0000000000").expectProblem(400, "invalid-request");
        steward.get(path + payer + "&format=PDF").expectProblem(400, "invalid-request");
    }

    @Test
    void theChargesOfARunAndThePaymentsOfSomeDaysAreFilesToo() throws Exception {
        List<List<String>> charges =
                Workbooks.rows(steward.file("/bill-runs/" + run + "/charges/file?format=XLSX"));
        assertThat(charges).hasSize(3);
        assertThat(charges.get(1).subList(3, 10))
                .containsExactly(
                        "PROPERTY_SERVICE",
                        "2024-05-01",
                        "2024-06-01",
                        "2024-05-28",
                        "#214.8",
                        "#214.8",
                        "yes");
        String formula = Registry.unique("=1+");
        String more = ", \"external_reference\": \"" + formula + "\"";
        estate.as("CASHIER")
                .post("/payments", estate.payment(0, "250.00", "2024-06-03", more))
                .expect(201);
        estate.pay(1, "1.00", "2024-07-01").expect(201);
        String path =
                "/communities/"
                        + estate.community()
                        + "/payments/file?from=2024-06-01&until=2024-06-30&format=";
        List<List<String>> paid = Workbooks.rows(steward.file(path + "XLSX"));
        assertThat(paid).hasSize(2);
        assertThat(paid.get(1).get(2)).isEqualTo("2024-06-03");
        assertThat(paid.get(1).subList(5, 9)).containsExactly("WECHAT", "#250", "#35.2", formula);
        String csv = new String(steward.file(path + "CSV"), StandardCharsets.UTF_8);
        assertThat(csv).endsWith(",WECHAT,250.00,35.20,'" + formula + "\r\n");
        steward.get("/bill-runs/br_0000000000/charges/file").expectProblem(404, "not-found");
        steward.get("/communities/cm_0000000000/payments/file?from=2024-06-01&until=2024-06-30")
                .expectProblem(404, "not-found");
        steward.get(
                        "/communities/"
                                + estate.community()
                                + "/payments/file?from=2024-06-02&until=2024-06-01")
                .expectProblem(400, "invalid-request");
    }

    private String arrears(String query) {
        return "/communities/" + estate.community() + "/arrears/file" + query;
    }
}

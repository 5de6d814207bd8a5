package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Nobody makes anything of what another company has; the field that names it is refused. */
class OtherTenantReferenceTest {

    private static final TenantRows OURS = TwoCompanies.OURS;
    private static final TenantRows THEIRS = TenantRows.of(new OtherCompany(TwoCompanies.SERVER));

    /** What is refused to another is accepted from us right after it. */
    @ParameterizedTest
    @CsvFileSource(
            resources = "other-tenant-references.csv",
            delimiter = '|',
            quoteCharacter = '\'')
    void whatIsMadeOfSomethingOfAnotherIsRefused(
            String post, String path, String body, String field) {
        Reply refused = send(THEIRS, post, path, body);
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer")).contains(field);
        TenantRows.assertSuccess(send(OURS, post, path, body));
    }

    private static Reply send(TenantRows caller, String post, String path, String body) {
        String where = caller.filled(OURS.filledAsOurs(path));
        return caller.send(post, where, caller.filled(OURS.filledAsOurs(body)));
    }

    @Test
    void noFileNamesACommunityOfAnother() {
        String file =
                OURS.filled(
                        "source_reference,kind,community_id,title,channel,received_at\n"
                                + "OT-2,REPAIR,{community},灯,PHONE,2026-03-06T16:30:00+08:00\n");
        Reply refused = csv(THEIRS).post("/work-order-files", file);
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rows/1/community_id");
        csv(OURS).post("/work-order-files", file).expect(201);
    }

    @Test
    void noFileNamesAnOwnerOfAnother() {
        String file = OURS.filled("building,number,use,area,owner\n1,101,SHOP,46.5,{customer}\n");
        Api there = THEIRS.as("PROPERTY_MANAGER").with("Content-Type", "text/csv");
        Reply refused = there.post(THEIRS.filled("/communities/{community}/unit-files"), file);
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .contains("/rows/1/owner");
        there.post(OURS.filled("/communities/{community}/unit-files"), file)
                .expectProblem(404, "not-found");
    }

    @Test
    void noFileReadsAMeterOfAnother() {
        String file =
                OURS.filled(
                        "kind,serial_no,read_on,value,source\n"
                                + "GAS,G-{unit},2026-03-01,5,READ\n");
        Reply refused =
                THEIRS.as("MAINTENANCE_WORKER")
                        .with("Content-Type", "text/csv")
                        .post("/meter-reading-files", file);
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rows/1/serial_no");
        OURS.as("MAINTENANCE_WORKER")
                .with("Content-Type", "text/csv")
                .post("/meter-reading-files", file)
                .expect(201);
    }

    @Test
    void nobodyMovesAMeterOfAnother() {
        String path = OURS.filled("/meters/{meter}");
        String etag = OURS.get(path).expect(200).header("ETag");
        THEIRS.as("MAINTENANCE_WORKER")
                .patch(path, "{\"parent_id\": null}", etag)
                .expectProblem(404, "not-found");
        OURS.as("MAINTENANCE_WORKER").patch(path, "{\"parent_id\": null}", etag).expect(200);
    }

    private static Api csv(TenantRows rows) {
        return rows.as("CS_SUPERVISOR").with("Content-Type", "text/csv");
    }

    @Test
    void noAreaLiesInACommunityOfAnother() {
        String body = RowBodies.AREA.replace("{area}", "y{area}");
        Reply refused =
                OURS.send(
                        "ADMINISTRATOR",
                        "/patrol-areas",
                        OURS.filled(body.replace("{community}", THEIRS.filled("{community}"))));
        refused.expectProblem(400, "invalid-request");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/community_id");
        OURS.post("ADMINISTRATOR", "/patrol-areas", body);
    }
}

package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.CompanyDesk;
import dev.guanjia.server.application.DutyReader;
import dev.guanjia.server.application.StructureDesk;
import dev.guanjia.server.application.StructureReader;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.TreeChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Changes follow one another, so that each test takes the days after those of the last. */
class StructureTest {

    /** The years that are used up; whoever changes the tree takes the next. */
    static final AtomicInteger YEARS = new AtomicInteger(2100);

    private final RunningServer server = RunningServer.shared().withCompany();
    private final Api administrator = server.asAdministrator();
    private final int year = YEARS.incrementAndGet();
    private final String mark = "X" + year;

    @Test
    void aTemplateIsReadWithItsTree() {
        Reply tree = administrator.get("/organisation-templates/THREE_TWO_FOUR").expect(200);
        assertThat(tree.json().at("/departments").size()).isEqualTo(12);
        Set<String> above = new HashSet<>();
        tree.json()
                .at("/departments")
                .forEach(
                        unit -> {
                            JsonNode parent = unit.at("/parent");
                            assertThat(parent.isMissingNode() || above.contains(parent.asString()))
                                    .isTrue();
                            above.add(unit.at("/id").asString());
                        });
        assertThat(tree.json().at("/posts").findValuesAsString("id")).contains("GENERAL_MANAGER");
        administrator.get("/organisation-templates/NONE").expectProblem(404, "not-found");
    }

    @Test
    void theLibrariesAreListedById() {
        Reply posts = administrator.get("/library-posts?limit=200").expect(200);
        assertThat(posts.json().at("/items").findValuesAsString("id"))
                .isSorted()
                .contains("CASHIER", "BOARD");
        Reply bodies = administrator.get("/library-posts?kind=BODY").expect(200);
        assertThat(bodies.json().at("/items").findValuesAsString("kind")).containsOnly("BODY");
        administrator.get("/library-posts?kind=NONE").expectProblem(400, "invalid-request");
        Reply departments = administrator.get("/library-departments?limit=200").expect(200);
        assertThat(departments.json().at("/items").findValuesAsString("id"))
                .isSorted()
                .contains("DEPT_FINANCE");
    }

    @Test
    void aDepartmentOpensIsRenamedAndClosesFromADayOn() {
        Reply made = department("DEPT_" + mark, "-02-01").expect(201);
        assertThat(made.header("Location")).isEqualTo("/v1/departments/DEPT_" + mark);
        department("DEPT_" + mark, "-02-01").expectProblem(409, "department-exists");
        String path = "/departments/DEPT_" + mark;
        administrator.get(path).expectProblem(404, "not-found");
        Api seen = administrator.with("If-Match", made.header("ETag"));
        String renaming =
                "{\"from\": \"%d-03-01\", \"label\": {\"zh\": \"新\", \"en\": \"New\"}}"
                        .formatted(year);
        Reply renamed = seen.post(path + "/renamings", renaming).expect(200);
        assertThat(renamed.text("/label/en")).isEqualTo("New");
        seen.post(path + "/renamings", renaming).expectProblem(412, "precondition-failed");
        Reply before = administrator.get(path + asOf("-02-15")).expect(200);
        assertThat(before.text("/label/en")).isEqualTo("Unit");
        assertThat(before.text("/from")).isEqualTo(year + "-02-01");
        assertThat(before.text("/to")).isEqualTo(year + "-03-01");

        Reply gone =
                administrator
                        .with("If-Match", renamed.header("ETag"))
                        .post(path + "/retirements", from("-04-01"))
                        .expect(200);
        assertThat(gone.text("/to")).isEqualTo(year + "-04-01");
        administrator.get(path + asOf("-04-01")).expectProblem(404, "not-found");
        assertThat(administrator.get("/departments" + asOf("-03-31")).expect(200).body())
                .contains("DEPT_" + mark);
        assertThat(administrator.get("/departments" + asOf("-04-01")).expect(200).body())
                .doesNotContain("DEPT_" + mark);
    }

    @Test
    void aPostIsSetUpMovedAndRetiredOnceNobodyHoldsIt() {
        Reply made = post("POST_" + mark, "STEWARD", "CS_SUPERVISOR", "-02-01").expect(201);
        assertThat(made.text("/family")).isEqualTo("CS_STAFF");
        assertThat(made.text("/source")).isEqualTo("company");
        String path = "/posts/POST_" + mark;
        Reply moved =
                administrator
                        .with("If-Match", made.header("ETag"))
                        .post(path + "/moves", from("-03-01", "PROPERTY_MANAGER"))
                        .expect(200);
        assertThat(moved.text("/reports_to")).isEqualTo("PROPERTY_MANAGER");
        assertThat(administrator.get(path + asOf("-02-03")).expect(200).text("/reports_to"))
                .isEqualTo("CS_SUPERVISOR");

        String staff = server.newcomer().text("/staff_id");
        String assignment =
                administrator
                        .post(
                                "/staff/" + staff + "/assignments",
                                "{\"post\": \"POST_%s\", \"from\": \"%d-03-02\"}"
                                        .formatted(mark, year))
                        .expect(201)
                        .text("/id");
        Reply answers = administrator.get(path + "/responsible" + asOf("-03-02")).expect(200);
        assertThat(answers.text("/staff_id")).isEqualTo(staff);
        assertThat(answers.text("/way")).isEqualTo("HOLDER");
        Api seen = administrator.with("If-Match", moved.header("ETag"));
        seen.post(path + "/retirements", from("-05-01")).expectProblem(409, "post-still-held");
        administrator
                .post(
                        "/staff/" + staff + "/assignments/" + assignment + "/endings",
                        "{\"to\": \"%d-05-01\"}".formatted(year))
                .expect(200);
        assertThat(seen.post(path + "/retirements", from("-05-01")).expect(200).text("/to"))
                .isEqualTo(year + "-05-01");
        assertThat(administrator.get("/posts?limit=200&as_of=" + day("-05-01")).body())
                .doesNotContain("POST_" + mark);
    }

    @Test
    void aChangeThatWouldBreakTheTreeIsRefusedAndChangesNothing() {
        String tag = administrator.get("/posts/CASHIER").expect(200).header("ETag");
        Api seen = administrator.with("If-Match", tag);
        seen.post("/posts/PROPERTY_MANAGER/moves", from("-01-01", "CS_ASSISTANT"))
                .expectProblem(409, "reporting-cycle");
        seen.post("/posts/CASHIER/moves", from("-01-01", "CHAIRMAN"))
                .expectProblem(409, "superior-outside-company");
        seen.post("/posts/CS_SUPERVISOR/retirements", from("-01-01")).expect(409);
        seen.post("/posts/SWEEPER/retirements", from("-01-01")).expectProblem(404, "not-found");
        Reply wrong = post("CASHIER", "NONE", "CASHIER", "-01-01");
        wrong.expectProblem(400, "invalid-request");
        assertThat(wrong.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/reports_to", "/bears");
        server.holding("PROPERTY_MANAGER")
                .post("/posts", body("P" + mark, "STEWARD", "CASHIER", "-01-01"))
                .expectProblem(403, "command-not-permitted");
        assertThat(administrator.get("/posts/CASHIER").header("ETag")).isEqualTo(tag);
    }

    @Test
    void headcountIsPlannedFromADayOnAndCompared() {
        Reply plan =
                administrator
                        .post(
                                "/headcount-plans",
                                """
                                {"post": "STOREKEEPER", "headcount": {"min": 900, "max": 950},
                                 "from": "%d-02-01"}"""
                                        .formatted(year))
                        .expect(201);
        assertThat(plan.text("/id")).startsWith("hp_");
        Reply rows = administrator.get("/headcounts" + asOf("-02-01")).expect(200);
        for (JsonNode row : rows.json().at("/items")) {
            if (row.at("/post").asString().equals("STOREKEEPER")) {
                assertThat(row.at("/planned/max").asInt()).isEqualTo(950);
                assertThat(row.at("/standing").asString()).isEqualTo("SHORT");
                assertThat(row.at("/difference").asInt())
                        .isEqualTo(row.at("/actual").asInt() - 900);
            }
        }
        administrator
                .post(
                        "/headcount-plans",
                        """
                        {"post": "STOREKEEPER", "headcount": {"min": 3, "max": 2},
                         "from": "%d-02-01"}"""
                                .formatted(year))
                .expectProblem(400, "invalid-request");
    }

    @Test
    void aCompanyStartsFromAnyTemplateAndSeesOnlyItself() {
        Caller owner = owner(tenant("GROUP"));
        StructureReader reader = server.part(StructureReader.class);
        PageRequest page = PageRequest.of("posts", 200, null);
        TreeChange opening =
                new TreeChange(
                        TreeChange.Kind.ADD_DEPARTMENT,
                        "DEPT_OWN",
                        LocalDate.of(2024, 1, 1),
                        Map.of("zh", "自有", "en", "Own"));
        server.inTransaction(
                () ->
                        server.part(StructureDesk.class)
                                .department(owner, opening, Optional.empty()));
        assertThat(reader.posts(owner, Optional.empty(), page).items())
                .extracting(seen -> seen.standing().value().key().value())
                .contains("GENERAL_MANAGER")
                .doesNotContain("STEWARD");
        assertThat(reader.departments(owner, Optional.empty(), page).items()).hasSize(5);
        administrator.get("/departments/DEPT_OWN").expectProblem(404, "not-found");
    }

    @Test
    void theDutiesOfACompanyAreThoseOfItsOwnPosts() {
        Caller owner = owner(tenant("SIX_LINE_DEPARTMENTS"));
        DutyReader duties = server.part(DutyReader.class);
        DutyReader.Query query =
                new DutyReader.Query(
                        new DutyReader.Days(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 8)),
                        "GENERAL_MANAGER",
                        new DutyReader.Look(
                                null, null, null, Instant.parse("2026-06-01T00:00:00Z")));
        assertThat(duties.occurrences(owner, query, PageRequest.of("due", 50, null)).items())
                .isNotEmpty()
                .allSatisfy(view -> assertThat(view.toString()).contains("GENERAL_MANAGER"));
    }

    @Test
    void aPostOfTheCompanysOwnHasTheRightsOfThePostThatItBears() {
        String own = "OWN_" + mark;
        String day = "2024-01-01";
        String tenant = tenant("SINGLE_COMMUNITY");
        Caller owner = owner(tenant);
        TreeChange post =
                new TreeChange(
                        TreeChange.Kind.ADD_POST,
                        own,
                        LocalDate.parse(day),
                        Map.of(
                                "zh",
                                "岗",
                                "en",
                                "Post",
                                "bears",
                                "STEWARD",
                                "superior",
                                "CS_SUPERVISOR"));
        server.inTransaction(
                () -> server.part(StructureDesk.class).post(owner, post, Optional.empty()));
        Permissions permissions = server.part(Permissions.class);
        Caller holder =
                new Caller(
                        tenant, "sf_holder", false, new TreeSet<>(Set.of(own)), Optional.of(own));
        permissions.require(holder, "create-waiver", "x");
        assertThatThrownBy(() -> permissions.require(holder, "create-payment", "x"))
                .isInstanceOf(Refused.class);
    }

    /** Another company on the same server. */
    private String tenant(String template) {
        String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
        server.db()
                .sql("insert into tenant (id, created_at) values (:id, now())")
                .param("id", tenant)
                .update();
        CompanyDesk.Draft draft =
                new CompanyDesk.Draft("G", template, LocalTime.of(9, 0), LocalTime.of(18, 0));
        server.inTransaction(() -> server.part(CompanyDesk.class).create(owner(tenant), draft));
        return tenant;
    }

    private static Caller owner(String tenant) {
        return new Caller(tenant, "sf_owner", true, new TreeSet<>(), Optional.empty());
    }

    private Reply department(String id, String day) {
        return administrator.post(
                "/departments",
                """
                {"id": "%s", "label": {"zh": "组", "en": "Unit"}, "bears": "DEPT_CS",
                 "from": "%d%s"}"""
                        .formatted(id, year, day));
    }

    private Reply post(String id, String bears, String superior, String day) {
        return administrator.post("/posts", body(id, bears, superior, day));
    }

    private String body(String id, String bears, String superior, String day) {
        return """
                {"id": "%s", "label": {"zh": "岗", "en": "Post"}, "bears": "%s",
                 "reports_to": "%s", "headcount": {"min": 1}, "from": "%d%s"}"""
                .formatted(id, bears, superior, year, day);
    }

    private String from(String day) {
        return "{\"from\": \"%d%s\", \"reason\": \"改组\"}".formatted(year, day);
    }

    private String from(String day, String superior) {
        return "{\"from\": \"%d%s\", \"reports_to\": \"%s\"}".formatted(year, day, superior);
    }

    private String asOf(String day) {
        return "?as_of=" + day(day);
    }

    private String day(String day) {
        return year + day + "T04:00:00Z";
    }
}

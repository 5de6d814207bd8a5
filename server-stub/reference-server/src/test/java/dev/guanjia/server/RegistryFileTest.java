package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of owners and of units: all rows or none, and the same again changes nothing. */
class RegistryFileTest {

    private static final String OWNERS = "reference,name,mobile\n";
    private static final String UNITS = "building,number,use,area,owner,vacancy,since\n";

    private final RunningServer server = RunningServer.shared();
    private final Registry registry = Registry.with(server);
    private final Api administrator = server.asAdministrator();
    private final Api csv = administrator.with("Content-Type", "text/csv");
    private final String anna = Registry.unique("YZ-");
    private final String bert = Registry.unique("YZ-");

    @Test
    void anOwnerIsEnteredListedAndFoundByTheReference() {
        Api assistant = server.holding("CS_ASSISTANT");
        String body =
                "{\"name\": \"刘洋\", \"mobile\": \"13900033301\", \"reference\": \"%s\"}"
                        .formatted(anna);
        assistant.post("/owners", "{\"name\": \"张伟\"}").expect(201);
        Reply made = assistant.post("/owners", body).expect(201);
        assertThat(made.header("Location")).isEqualTo("/v1/owners/" + made.text("/id"));
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(owner(anna).json().at("/items/0")).isEqualTo(made.json());
        assertThat(administrator.get("/owners?limit=1").expect(200).text("/next_cursor"))
                .isNotEmpty();
        assistant.post("/owners", body).expectRefused("owner-reference-taken", "/reference");
        assistant.post("/owners", "{\"name\": \" \"}").expectProblem(400, "invalid-request");
        administrator.post("/owners", body).expectProblem(403, "command-not-permitted");
        Reply changed =
                assistant.patch("/owners/" + made.text("/id"), "{\"name\": \"刘海\"}", "\"1\"");
        assertThat(changed.expect(200).text("/reference")).isEqualTo(anna);
    }

    @Test
    void aFileOfOwnersIsTakenInAndTheSameAgainChangesNothing() {
        String file = OWNERS + anna + ",张伟,13900011201\n" + bert + ",南城便利店有限公司,\n";
        Reply taken = csv.post("/owner-files", file).expect(201);
        counted(taken, 2, 0);
        assertThat(owner(bert).text("/items/0/id")).isEqualTo(taken.text("/items/1/id"));
        assertThat(owner(bert).json().at("/items/0").has("mobile")).isFalse();
        Reply again = csv.post("/owner-files", file + anna + ",张伟,13900011201\n").expect(201);
        counted(again, 0, 3);
        assertThat(again.text("/items/2/id")).isEqualTo(taken.text("/items/0/id"));
    }

    @Test
    void everyFaultOfAFileOfOwnersIsNamedAndNothingIsStored() {
        Reply refused =
                csv.post(
                        "/owner-files",
                        OWNERS
                                + anna
                                + ",张伟,13900011201\n"
                                + bert
                                + ",,1\n"
                                + ",李娜,\n"
                                + bert
                                + ",李娜,1\n");
        refused.expectProblem(400, "invalid-request");
        assertThat(places(refused))
                .containsExactlyInAnyOrder("/rows/2/name", "/rows/3/reference", "/rows/4/mobile");
        assertThat(owner(anna).json().at("/items").size()).isZero();
        csv.post("/owner-files", OWNERS + anna + ",张伟,\n").expect(201);
        csv.post("/owner-files", OWNERS + bert + ",李娜,\n" + anna + ",张三,\n")
                .expectRefused("owner-import-differs", "/rows/2/reference");
        csv.post("/owner-files", OWNERS + bert + ",李娜,\n" + bert + ",张三,\n")
                .expectRefused("owner-import-differs", "/rows/2/reference");
        assertThat(owner(bert).json().at("/items").size()).isZero();
    }

    /** Whole texts stand where the names of columns are looked for. */
    @Test
    void aColumnThatNobodyKnowsIsNamedByItsBeginning() {
        String file = "a/b~c" + "长".repeat(50_000) + ",reference,name\n";
        Reply refused = csv.post("/owner-files", file).expectProblem(400, "invalid-request");
        assertThat(refused.text("/errors/0/pointer"))
                .isEqualTo("/columns/a~1b~0c" + "长".repeat(95));
    }

    @Test
    void aFileOfUnitsIsTakenInAndTheSameAgainChangesNothingWhateverHappenedSince() {
        owners();
        String file =
                UNITS
                        + "1,1202,RESIDENTIAL,89.50,%s,,2023-06-01\n".formatted(anna)
                        + "1,P-17,PARKING,12.5,%s,VACANT,2023-06-01\n".formatted(anna)
                        + "1,C-1,STORAGE,4,%s,,\n".formatted(bert);
        Reply taken = take(file).expect(201);
        counted(taken, 3, 0);
        Reply space = administrator.get("/units/" + taken.text("/items/1/id")).expect(200);
        assertThat(space.text("/use")).isEqualTo("PARKING");
        assertThat(space.text("/owner_id")).isEqualTo(owner(anna).text("/items/0/id"));
        String flat = "/units/" + taken.text("/items/0/id") + "/facts";
        assertThat(administrator.get(flat).text("/since")).isEqualTo("2023-06-01");
        counted(take(file).expect(201), 0, 3);
        server.holding("CS_ASSISTANT")
                .post(flat, "{\"from\": \"2024-05-01\", \"area\": \"91.00\", \"use\": \"SHOP\"}")
                .expect(201);
        Reply again = take(file.replace("89.50", "89.5")).expect(201);
        counted(again, 0, 3);
        assertThat(again.text("/items/0/id")).isEqualTo(taken.text("/items/0/id"));
        assertThat(administrator.get(flat + "?day=2024-05-01").text("/standing/area"))
                .isEqualTo("91.00");
    }

    @Test
    void everyFaultOfAFileOfUnitsIsNamedAndNothingIsStored() {
        owners();
        Reply refused =
                take(
                        UNITS
                                + "1,101,RESIDENTIAL,89.50,%s,,\n".formatted(anna)
                                + "9,102,CASTLE,089.50,nobody,HAUNTED,2024-02-30\n"
                                + "1,103,SHOP,0,%s,,1800-01-01\n".formatted(anna)
                                + "1,104,SHOP,50,%s\n".formatted(anna)
                                + "1,,SHOP,50,%s,,\n".formatted(anna));
        refused.expectProblem(400, "invalid-request");
        assertThat(places(refused))
                .containsExactlyInAnyOrder(
                        "/rows/2/building",
                        "/rows/2/use",
                        "/rows/2/area",
                        "/rows/2/owner",
                        "/rows/2/vacancy",
                        "/rows/2/since",
                        "/rows/3/area",
                        "/rows/3/since",
                        "/rows/4",
                        "/rows/5/number");
        assertThat(places(take("building,number,color\n1,1,red\n")))
                .containsExactlyInAnyOrder(
                        "/columns/color", "/columns/use", "/columns/area", "/columns/owner");
        take(UNITS + "1,101,SHOP,50,%s,,\n1,101,SHOP,51,%s,,\n".formatted(anna, anna))
                .expectRefused("unit-import-differs", "/rows/2/number");
        assertThat(units()).isZero();
        take(UNITS + "1,101,SHOP,50,%s,,\n".formatted(anna)).expect(201);
        take(UNITS + "1,102,SHOP,50,%s,,\n1,101,SHOP,50,%s,,\n".formatted(anna, bert))
                .expectRefused("unit-import-differs", "/rows/2/number");
        assertThat(units()).isEqualTo(1);
    }

    @Test
    void onlyThoseWhoImportMayAndOnlyIntoACommunityOfTheirs() {
        Api assistant = server.holding("CS_ASSISTANT").with("Content-Type", "text/csv");
        assistant.post("/owner-files", OWNERS).expectProblem(403, "command-not-permitted");
        String file = UNITS + "1,101,SHOP,50,x,,\n";
        assistant.post(path(), file).expectProblem(403, "command-not-permitted");
        csv.post("/communities/cm_0000000000/unit-files", file).expectProblem(404, "not-found");
    }

    @Test
    void whatTheRowsOfAFileShareIsReadOnce() {
        owners();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            lines.add("1,W-%d,RESIDENTIAL,89.50,%s,,".formatted(i, i % 2 == 0 ? anna : bert));
        }
        String file = UNITS + String.join("\n", lines);
        List<String> sent = Statements.during(() -> take(file).expect(201));
        assertThat(sent.size()).as("statements of a file of 2000 rows").isBetween(5, 25);
        assertThat(units()).isEqualTo(2000);
        counted(take(file), 0, 2000);
    }

    private static void counted(Reply reply, int stored, int unchanged) {
        assertThat(reply.json().at("/stored").asInt()).isEqualTo(stored);
        assertThat(reply.json().at("/unchanged").asInt()).isEqualTo(unchanged);
        assertThat(reply.json().at("/rows").asInt()).isEqualTo(stored + unchanged);
    }

    private void owners() {
        csv.post("/owner-files", OWNERS + anna + ",张伟,\n" + bert + ",李娜,\n").expect(201);
    }

    private Reply owner(String reference) {
        return administrator.get("/owners?reference=" + reference).expect(200);
    }

    private String path() {
        return "/communities/" + registry.community() + "/unit-files";
    }

    private Reply take(String file) {
        return csv.post(path(), file);
    }

    private int units() {
        return server.db()
                .sql("select count(*) from unit where community_id = :community")
                .param("community", registry.community())
                .query(Integer.class)
                .single();
    }

    private static List<String> places(Reply reply) {
        return reply.json().at("/errors").findValuesAsString("pointer");
    }
}

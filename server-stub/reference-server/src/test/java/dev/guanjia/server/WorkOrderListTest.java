package dev.guanjia.server;

import static dev.guanjia.server.WorkOrderCompany.after;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.store.OrderHistoryStore;
import dev.guanjia.workorder.Channel;
import dev.guanjia.workorder.Link;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.PlaceKind;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists, counts and kinds of work orders over HTTP. */
class WorkOrderListTest {

    private final WorkOrderCompany company = new WorkOrderCompany();
    private final Api assistant = company.assistant;

    @Test
    void everyFilterKeepsItsOwn() {
        String unit = "\"unit_id\": \"%s\",".formatted(company.community.unit(0));
        String mine = open("REPAIR", unit + due(10) + "\"severity\": \"MAJOR\",");
        open("COMPLAINT", due(20));
        WorkOrderWalk walk = company.walk(company.open(assistant, "REPAIR", ""));
        walk.assign(assistant, "DISPATCH", after(1)).expect(200);
        assertThat(ids("unit_id=" + company.community.unit(0))).containsExactly(mine);
        assertThat(ids("place_kind=PRIVATE_UNIT")).containsExactly(mine);
        assertThat(ids("severity=MAJOR&kind=REPAIR")).containsExactly(mine);
        assertThat(ids("severity=MINOR")).isEmpty();
        assertThat(ids("assignee_id=" + company.workerId)).containsExactly(walk.id());
        assertThat(ids("state=DISPATCHED")).containsExactly(walk.id());
        assertThat(ids("due_from=" + after(10) + "&due_to=" + after(20))).containsExactly(mine);
        assertThat(ids("due_from=" + after(11) + "&due_to=" + after(20))).isEmpty();
        String building = buildingOf(company.community.unit(0));
        String hall = open("REPAIR", "\"building_id\": \"" + building + "\",");
        String other = newBuilding();
        String far = open("REPAIR", "\"building_id\": \"" + other + "\",");
        assertThat(ids("building_id=" + building)).containsExactlyInAnyOrder(mine, hall);
        assertThat(ids("building_id=" + other)).containsExactly(far);
        for (String wrong :
                List.of("severity=HUGE", "place_kind=MOON", "sort=SIZE", "due_to=never")) {
            assistant.get("/work-orders?" + wrong).expectProblem(400, "invalid-request");
        }
    }

    @Test
    void soonestDueComeFirstAndThoseWithoutALimitLast() {
        String none = withoutLimit();
        String late = open("REPAIR", due(30));
        String soon = open("REPAIR", due(5));
        String same = open("REPAIR", due(30));
        List<String> all = new ArrayList<>();
        String path = "/work-orders?sort=DUE&limit=1&community_id=" + company.community.id();
        String cursor = "";
        do {
            Reply page = assistant.get(path + cursor).expect(200);
            all.add(page.text("/items/0/id"));
            String next = page.text("/next_cursor");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(all).hasSize(4).startsWith(soon).endsWith(none).contains(late, same);
        String other = assistant.get(path).text("/next_cursor");
        assistant.get("/work-orders?limit=1&cursor=" + other).expectProblem(400, "cursor-invalid");
    }

    @Test
    void theBoardCountsWhatStandsWhereAndWhatIsLate() {
        open("REPAIR", due(5));
        withoutLimit();
        open("REPAIR", "\"due_at\": \"2999-01-01T00:00:00Z\",");
        WorkOrderWalk walk = company.walk(company.open(assistant, "COMPLAINT", due(60)));
        walk.take(company.manager, "CLOSE_ADMINISTRATIVELY", after(30), "撤诉").expect(200);
        Reply board = assistant.get("/work-order-board?community_id=" + company.community.id());
        List<String> counts = new ArrayList<>();
        for (JsonNode item : board.expect(200).json().at("/items")) {
            counts.add(
                    "%s %s %d %d"
                            .formatted(
                                    item.at("/kind").asString(),
                                    item.at("/state").asString(),
                                    item.at("/count").asInt(),
                                    item.at("/overdue").asInt()));
        }
        assertThat(counts)
                .containsExactly("COMPLAINT CLOSED_ADMINISTRATIVELY 1 0", "REPAIR REPORTED 3 1");
        assertThat(assistant.get("/work-order-board").expect(200).json().at("/items").size())
                .isPositive();
    }

    @Test
    void theKindsSayWhoMayDoWhat() {
        Reply kinds = assistant.get("/work-order-kinds?limit=200").expect(200);
        assertThat(kinds.json().at("/items").size()).isEqualTo(WorkOrderKind.values().length);
        for (JsonNode row : kinds.json().at("/items")) {
            Lifecycle life = Lifecycle.of(WorkOrderKind.valueOf(row.at("/kind").asString()));
            assertThat(row.at("/label/zh").asString()).isEqualTo(life.label().zh());
            assertThat(row.at("/states/0").asString()).isEqualTo(life.initial().name());
            assertThat(row.at("/transitions").size()).isEqualTo(life.transitions().size());
        }
        JsonNode reject = kinds.json().at("/items/1/transitions/1");
        assertThat(reject.at("/action").asString()).isEqualTo("REJECT");
        assertThat(reject.at("/needs_note").asBoolean()).isTrue();
        assertThat(reject.at("/posts/0").asString()).isEqualTo("CS_SUPERVISOR");
    }

    @Test
    void theDocumentNamesEveryKindStateAndAction() throws IOException {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("guanjia.root")));
        String spec =
                Files.readString(
                        root.resolve(
                                "api-spec/src/main/openapi/components/schemas-work-order.yaml"));
        assertThat(named(spec, "WorkOrderKind")).isEqualTo(names(WorkOrderKind.values()));
        assertThat(named(spec, "WorkOrderState")).isEqualTo(names(WorkOrderState.values()));
        List<String> actions = new ArrayList<>(names(WorkOrderAction.values()));
        actions.addAll(List.of("IMPORT", OrderHistoryStore.RECLASS));
        assertThat(named(spec, "WorkOrderAction")).isEqualTo(actions);
        assertThat(named(spec, "WorkOrderSeverity")).isEqualTo(names(Severity.values()));
        assertThat(named(spec, "WorkOrderPlaceKind")).isEqualTo(names(PlaceKind.values()));
        assertThat(named(spec, "CustomerClass")).isEqualTo(names(CustomerClass.values()));
        assertThat(named(spec, "WorkOrderOutcome")).isEqualTo(names(WorkOrderOutcome.values()));
        assertThat(named(spec, "WorkOrderLinkKind")).isEqualTo(names(Link.Kind.values()));
        assertThat(named(spec, "WorkOrderChannel"))
                .isEqualTo(Channel.all().stream().map(Channel::key).toList());
    }

    private static List<String> named(String spec, String schema) {
        Matcher found =
                Pattern.compile(
                                "(?m)^"
                                        + schema
                                        + ":\\n(?:  .*\\n)*?  x-extensible-enum:(.*(?:\\n    - .*)*)")
                        .matcher(spec);
        assertThat(found.find()).as(schema).isTrue();
        return Stream.of(found.group(1).split("[^A-Z_]+")).filter(w -> !w.isEmpty()).toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private String open(String kind, String more) {
        return company.open(assistant, kind, more).expect(201).text("/id");
    }

    private String buildingOf(String unit) {
        Api administrator = company.server.asAdministrator();
        return administrator.get("/units/" + unit).expect(200).text("/building_id");
    }

    private String newBuilding() {
        return company.server
                .asAdministrator()
                .post(
                        "/communities/" + company.community.id() + "/buildings",
                        "{\"code\": \"9\", \"name\": \"9栋\"}")
                .expect(201)
                .text("/id");
    }

    /** Received before any service level. */
    private String withoutLimit() {
        String body = company.body("REPAIR", "", "1999-03-06T16:30:00+08:00");
        Reply made = assistant.post("/work-orders", body).expect(201);
        assertThat(made.text("/due/origin")).isEqualTo("NONE");
        return made.text("/id");
    }

    private static String due(int minutes) {
        return "\"due_at\": \"" + after(minutes) + "\",";
    }

    private List<String> ids(String filter) {
        Reply page =
                assistant.get("/work-orders?community_id=" + company.community.id() + "&" + filter);
        List<String> ids = new ArrayList<>();
        page.expect(200).json().at("/items").forEach(item -> ids.add(item.at("/id").asString()));
        return ids;
    }
}

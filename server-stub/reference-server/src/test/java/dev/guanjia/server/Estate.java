package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A community of its own for tests of billing: flats of 89.50 m² with a water meter that showed
 * 12.0, and one person in every post.
 */
public final class Estate {

    private static final Map<String, Api> PEOPLE = new TreeMap<>();

    private final RunningServer server;
    private final Registry registry;
    private final List<JsonNode> units = new ArrayList<>();

    private Estate(RunningServer server, Registry registry) {
        this.server = server;
        this.registry = registry;
    }

    /** A new community, nothing priced yet. */
    public static Estate with(RunningServer server, int units) {
        server.withCompany();
        Registry registry = Registry.with(server);
        Estate estate = new Estate(server, registry);
        for (int first = 1; first <= units; first += 500) {
            List<String> batch = new ArrayList<>();
            for (int number = first; number < Math.min(first + 500, units + 1); number++) {
                batch.add(registry.unit(String.valueOf(number)));
            }
            estate.enter(String.join(",", batch));
        }
        return estate;
    }

    /** A new community whose flats pay 2.40 a square metre and 0.80 a cubic metre. */
    public static Estate priced(RunningServer server, int units) {
        Estate estate = with(server, units);
        estate.price("PROPERTY_SERVICE", "2.40").expect(201);
        estate.price("SECONDARY_WATER", "0.80").expect(201);
        return estate;
    }

    public void enter(String unitsJson) {
        registry.enter(unitsJson).expect(201).json().at("/units").forEach(units::add);
    }

    public Registry registry() {
        return registry;
    }

    public String community() {
        return registry.community();
    }

    public String unit(int index) {
        return units.get(index).at("/id").asString();
    }

    public String meter(int index) {
        return units.get(index).at("/meters/0/id").asString();
    }

    public int size() {
        return units.size();
    }

    /** The one who holds that post. */
    public Api as(String post) {
        return PEOPLE.computeIfAbsent(post, server::holding);
    }

    public Reply price(String item, String price) {
        return as("PROPERTY_MANAGER").post("/tariffs", tariff(item, price, "2024-01-01"));
    }

    /** The fee item under which pools are charged; from a day on that no other run meets. */
    public String sharedFee() {
        int status = as("PROPERTY_MANAGER").post("/fee-items", RowBodies.SHARED_FEE).status();
        assertThat(status).isIn(201, 409);
        return "SHARED_LIGHT";
    }

    public String tariff(String item, String price, String from) {
        return """
                {"community_id": "%s", "fee_item": "%s", "use": "RESIDENTIAL",
                 "price": "%s", "currency": "CNY", "from": "%s"}"""
                .formatted(community(), item, price, from);
    }

    /** Reads the meters of the first units, one value for all; the reading ids. */
    public List<String> read(int count, String day, String value) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(
                    """
                    {"meter_id": "%s", "read_on": "%s", "value": "%s", "source": "READ"}"""
                            .formatted(meter(i), day, value));
        }
        List<String> ids = new ArrayList<>();
        for (int start = 0; start < rows.size(); start += 500) {
            List<String> batch = rows.subList(start, Math.min(start + 500, rows.size()));
            as("MAINTENANCE_WORKER")
                    .post(
                            "/meter-reading-batches",
                            "{\"readings\": [" + String.join(",", batch) + "]}")
                    .expect(201)
                    .json()
                    .at("/readings")
                    .forEach(reading -> ids.add(reading.at("/id").asString()));
        }
        return ids;
    }

    public Reply order(String period) {
        return as("CS_ASSISTANT")
                .post(
                        "/bill-runs",
                        """
                        {"community_id": "%s", "period": "%s", "due_on": "%s-28"}"""
                                .formatted(community(), period, period));
    }

    /** The id of a new run that has calculated everything. */
    public String calculate(String period) {
        String run = order(period).expect(202).text("/id");
        await(run);
        return run;
    }

    /** Waits for the end of the calculation. */
    public Reply await(String run) {
        return await(run, "CALCULATING", "CALCULATED");
    }

    /** Waits until all charges of a run are entered. */
    public Reply awaitEntered(String run) {
        return await(run, "ENTERING", "ENTERED");
    }

    private Reply await(String run, String during, String after) {
        Reply seen = as("CS_ASSISTANT").get("/bill-runs/" + run).expect(200);
        for (int i = 0; i < 1_500 && seen.text("/state").equals(during); i++) {
            sleep(20);
            seen = as("CS_ASSISTANT").get("/bill-runs/" + run).expect(200);
        }
        assertThat(seen.text("/state")).as(seen.body()).isEqualTo(after);
        return seen;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Takes a run one step on, at 10:00 of a day in China. */
    public Reply step(String run, String action, String day) {
        String etag = as("CS_ASSISTANT").get("/bill-runs/" + run).expect(200).header("ETag");
        return as(action.equals("ENTER") ? "STEWARD" : "CS_SUPERVISOR")
                .with("If-Match", etag)
                .post("/bill-runs/" + run + "/transitions", transition(action, day));
    }

    public static String transition(String action, String day) {
        return """
                {"action": "%s", "occurred_at": "%sT10:00:00+08:00"}"""
                .formatted(action, day);
    }

    /** The id of a run of that month that was entered on a day. */
    public String bill(String period, String day) {
        String run = calculate(period);
        step(run, "CONFIRM", day).expect(200);
        step(run, "REPORT", day).expect(200);
        step(run, "ENTER", day).expect(200);
        awaitEntered(run);
        return run;
    }

    /** All charges of a query, page by page. */
    public List<JsonNode> charges(String query) {
        List<JsonNode> charges = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = as("CS_ASSISTANT").get("/charges?limit=100&" + query + cursor).expect(200);
            page.json().at("/items").forEach(charges::add);
            cursor = page.text("/next_cursor");
            cursor = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        } while (!cursor.isEmpty());
        return charges;
    }

    public Reply pay(int unit, String amount, String day) {
        return as("CASHIER").post("/payments", payment(unit, amount, day, ""));
    }

    /** A payment by WeChat; more fields begin with a comma. */
    public String payment(int unit, String amount, String day, String more) {
        return """
                {"unit_id": "%s", "amount": {"amount": "%s", "currency": "CNY"},
                 "method": "WECHAT", "paid_on": "%s"%s}"""
                .formatted(unit(unit), amount, day, more);
    }

    public Reply account(int unit, String query) {
        return as("CASHIER").get("/units/" + unit(unit) + "/account" + query).expect(200);
    }

    /** The entry of a document in the books: {@code DEBIT 1122 214.80, CREDIT 600101 214.80}. */
    public String entry(String kind, String id) {
        List<String> lines =
                server.db()
                        .sql(
                                """
                                select l.side || ' ' || l.account || ' '
                                    || round(l.amount_minor / 100.0, 2)
                                from journal_line l join journal_entry e
                                    on e.tenant = l.tenant and e.id = l.entry_id
                                where e.source_kind = :kind and e.source_id = :id
                                order by l.line
                                """)
                        .param("kind", kind)
                        .param("id", id)
                        .query(String.class)
                        .list();
        return String.join(", ", lines);
    }
}

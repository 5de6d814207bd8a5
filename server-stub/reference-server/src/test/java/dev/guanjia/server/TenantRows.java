package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a company has, by name: {@code {order}} in a path or body stands for the id of its order. It
 * is Friday 6 March 2026, nine in the morning.
 */
final class TenantRows {

    static final String NINE = "2026-03-06T09:00:00+08:00";

    private final Company company;
    private final Map<String, String> ids = new TreeMap<>();

    private TenantRows(Company company) {
        this.company = company;
    }

    /** What both of two companies have, so that the one can ask with what the other has. */
    static TenantRows of(Company company) {
        TenantRows rows = new TenantRows(company);
        Company.Place place = company.place();
        rows.keep("community", place.community());
        rows.keep("unit", place.unit());
        rows.keep("worker", company.staff("MAINTENANCE_WORKER"));
        rows.keep("guard", company.staff("STEWARD"));
        rows.keep("relief", company.staff("STEWARD:2"));
        rows.keep("second", company.staff("PROPERTY_MANAGER:2"));
        rows.keep("owner", rows.get("/units/{unit}").expect(200).text("/owner_id"));
        rows.make("request", "CS_ASSISTANT", "/service-requests", RowBodies.REQUEST);
        rows.make("order", "CS_ASSISTANT", "/work-orders", RowBodies.ORDER);
        rows.make("station", "PROPERTY_MANAGER", "/stations", RowBodies.STATION);
        rows.post("STEWARD", "/stations/{station}/watch-events", RowBodies.MANNED);
        rows.make("equipment", "PROPERTY_MANAGER", "/equipment", RowBodies.EQUIPMENT);
        rows.make("meter", "MAINTENANCE_WORKER", "/meters", RowBodies.METER);
        rows.make("incident", "PROPERTY_MANAGER", "/incidents", RowBodies.INCIDENT);
        for (String action : List.of("VERIFY", "RESPOND")) {
            rows.post(
                    "PROPERTY_MANAGER",
                    "/incidents/{incident}/transitions",
                    "{\"action\": \"%s\", \"acted_at\": \"%s\"}".formatted(action, NINE));
        }
        return rows;
    }

    Company company() {
        return company;
    }

    Api as(String post) {
        return company.as(post);
    }

    void keep(String name, String id) {
        ids.put(name, id);
    }

    /** Sends it; the reply, which is a success. */
    Reply post(String post, String path, String body) {
        Reply reply = send(post, path, filled(body));
        assertSuccess(reply);
        return reply;
    }

    /** Makes something and keeps its id. */
    void make(String name, String post, String path, String body) {
        keep(name, post(post, path, body).text("/id"));
    }

    /**
     * Sends a body that is filled in already, or {@code DELETE} or {@code GET} without. A first
     * quote has nothing yet that it could match.
     */
    Reply send(String post, String path, String body) {
        Api caller = path.endsWith("/quotes") ? as(post) : as(post).with("If-Match", "*");
        String where = filled(path);
        if (body.equals("GET")) {
            return caller.get(where);
        }
        return body.equals("DELETE") ? caller.delete(where) : caller.post(where, body);
    }

    Reply get(String path) {
        return as("PROPERTY_MANAGER").get(filled(path));
    }

    /** With the ids of this company in the place of the names. */
    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> each : ids.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }

    /** With the ids of this company in the place of names such as {@code {our.order}}. */
    String filledAsOurs(String text) {
        String filled = text;
        for (Map.Entry<String, String> each : ids.entrySet()) {
            filled = filled.replace("{our." + each.getKey() + "}", each.getValue());
        }
        return filled;
    }

    static void assertSuccess(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
    }
}

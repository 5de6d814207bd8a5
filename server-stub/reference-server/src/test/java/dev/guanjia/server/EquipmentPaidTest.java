package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A paid repair enters its labour and material in the history of its equipment, over HTTP. */
class EquipmentPaidTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 1);
    private final Api assistant = server.holding("CS_ASSISTANT");
    private final Api supervisor = server.holding("CS_SUPERVISOR");
    private final Api worker = server.holding("MAINTENANCE_WORKER");

    @Test
    void closingEntersLabourAndMaterialApart() {
        price("TAP", "MATERIAL", "66.50");
        price("PLUMBER", "LABOUR", "80.00");
        String pump = pump();
        PaidWalk walk = new PaidWalk(estate, List.of(assistant, worker), "PAID_REPAIR", "2025-09-");
        worker.with("If-Match", worker.get(walk.path()).header("ETag"))
                .post(walk.path() + "/equipment", "{\"equipment_id\": \"%s\"}".formatted(pump))
                .expect(200);
        walk.accepted(estate);
        String repairs = "/equipment/" + pump + "/repairs";
        assertThat(supervisor.get(repairs).expect(200).json().at("/items")).isEmpty();
        walk.call(supervisor, "14:00").expect(201);
        walk.step(supervisor, "CLOSE", "15:00").expect(200);
        Reply entries = supervisor.get(repairs).expect(200);
        assertThat(entries.json().at("/items")).hasSize(2);
        assertThat(entries.body()).contains("\"120.00\"", "\"66.50\"", walk.id(), "2025-09-03");
        assertThat(supervisor.get("/equipment/" + pump + "/costs").text("/costs/0/amount"))
                .isEqualTo("186.50");
    }

    private String pump() {
        return server.holding("PROPERTY_MANAGER")
                .post(
                        "/equipment",
                        """
                        {"equipment_class": "WATER_PUMP", "serial": "%s", "name": "1号泵",
                         "installed_on": "2020-01-01", "place": {"community_id": "%s"}}
                        """
                                .formatted(UUID.randomUUID(), estate.community()))
                .expect(201)
                .text("/id");
    }

    /** Another test may have set the same price. */
    private void price(String item, String kind, String price) {
        server.asAdministrator()
                .post("/service-prices", PaidBodies.priceBody(item, kind, price, "2019-01-01"));
    }
}

package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was kept of charges before they were made of stretches is read as ever. */
class KeptTraceTest {

    private static final String OLD =
            """
            insert into charge (tenant, id, bill_run_id, unit_id, fee_item, period_start,
                period_end, amount_minor, currency, due_on, trace)
            select tenant, :old, bill_run_id, unit_id, fee_item, date '2023-05-01',
                date '2023-06-01', amount_minor, currency, due_on, jsonb_build_object(
                    'tariff_id', trace #> '{segments,0,tariff_id}',
                    'basis', trace #> '{segments,0,basis}',
                    'quantity', cast(:quantity as text),
                    'price', cast(:price as text),
                    'currency', trace -> 'currency',
                    'rounding', trace -> 'rounding',
                    'spans', trace #> '{segments,0,spans}')
            from charge where id = :id
            """;

    private final RunningServer server = RunningServer.shared();

    @Test
    void aTraceOfOldIsOneStretchOfItsPeriod() {
        Estate estate = Estate.priced(server, 1);
        estate.read(1, "2024-05-25", "21.1");
        estate.await(estate.order("2024-05").expect(202).text("/id"));
        List<JsonNode> charges = estate.charges("unit_id=" + estate.unit(0));
        assertThat(charges).hasSize(2);
        for (JsonNode charge : charges) {
            String id = charge.at("/id").asString();
            Reply kept = estate.as("CASHIER").get("/charges/" + id).expect(200);
            server.db()
                    .sql(OLD)
                    .param("id", id)
                    .param("old", id + "old")
                    .param("quantity", kept.text("/trace/quantity"))
                    .param("price", kept.text("/trace/price"))
                    .update();
            Reply old = estate.as("CASHIER").get("/charges/" + id + "old").expect(200);
            assertThat(old.json().at("/trace").toString())
                    .isEqualTo(kept.json().at("/trace").toString().replace("2024-0", "2023-0"));
        }
    }
}

package dev.guanjia.server;

import java.util.List;

/**
 * A community of many flats of a thousand sizes, each with an owner and without a meter, and three
 * fees: by the square metre, by the flat, and a fixed one; of a year in which the catalogue has no
 * others. The flats are put into the tables as they would be through the API.
 */
final class Town {

    static final int FEES = 3;
    static final String PERIOD = "2019-05";

    private static final String ID = "substr(md5(random()::text) || md5(random()::text), 1, 20)";
    private static final String OWNERS =
            """
            insert into owner (tenant, id, name)
            select 'default', 'ow_' || %s, '业主' || n from generate_series(1, :flats) n
            """
                    .formatted(ID);
    private static final String FLATS =
            """
            insert into unit (tenant, id, community_id, building_id, number, use, area, owner_id)
            select 'default', 'un_' || %s, :community, :building, o.n, 'RESIDENTIAL',
                round(cast(40 + 0.13 * floor(random() * 1000) as numeric), 2), o.id
            from (select id, row_number() over (order by seq) as n from owner
                where tenant = 'default' and name like '业主%%') o order by o.n
            """
                    .formatted(ID);
    private static final String FACTS =
            """
            insert into unit_fact
                (tenant, unit_id, fact, from_day, area, use, owner_id, vacancy, recorded_at)
            select tenant, id, 'OPENING', date '1900-01-01', area, use, owner_id, 'OCCUPIED', now()
            from unit where tenant = 'default' and community_id = :community order by seq
            """;

    private final RunningServer server;
    private final Estate estate;

    Town(RunningServer server, int flats) {
        this.server = server;
        this.estate = Estate.with(server, 0);
        fee("CARE", "AREA", "2.40");
        fee("REFUSE", "UNIT", "10.00");
        fee("CABLE", "FIXED", "25.50");
        server.db().sql(OWNERS).param("flats", flats).update();
        server.db()
                .sql(FLATS)
                .param("community", estate.community())
                .param("building", estate.registry().building())
                .update();
        server.db().sql(FACTS).param("community", estate.community()).update();
        server.db().sql("analyze").update();
    }

    private void fee(String id, String basis, String price) {
        String item =
                """
                {"id": "%s", "label": {"zh": "%s", "en": "%s"}, "basis": "%s",
                 "management_fee": false, "from": "2019-01-01", "source": "company"}
                """;
        estate.as("PROPERTY_MANAGER")
                .post("/fee-items", item.formatted(id, id, id, basis))
                .expect(201);
        estate.as("PROPERTY_MANAGER")
                .post("/tariffs", estate.tariff(id, price, "2019-01-01"))
                .expect(201);
    }

    /** The town as it was before anything was billed. */
    void forgetBills() {
        server.db().sql("truncate charge, bill_run_skip cascade").update();
        server.db().sql("checkpoint").update();
    }

    /** Starts a run and returns its id when everything is calculated. */
    String bill() {
        Api clerk = estate.as("CS_ASSISTANT");
        String run = estate.order(PERIOD).expect(202).text("/id");
        Reply seen;
        do {
            pause();
            seen = clerk.get("/bill-runs/" + run).expect(200);
        } while (seen.text("/state").equals("CALCULATING"));
        return run;
    }

    /** Has a calculated run confirmed, reported and entered. */
    void enter(String run) {
        for (String action : List.of("CONFIRM", "REPORT", "ENTER")) {
            estate.step(run, action, "2024-05-31").expect(200);
        }
        Reply seen;
        do {
            pause();
            seen = estate.as("CS_ASSISTANT").get("/bill-runs/" + run).expect(200);
        } while (!seen.text("/state").equals("ENTERED"));
    }

    /** The file of all who owe something. */
    String arrears() {
        return estate.as("STEWARD")
                .with("Accept", "text/csv")
                .get("/communities/" + estate.community() + "/arrears/file?on=2024-06-30")
                .expect(200)
                .body();
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

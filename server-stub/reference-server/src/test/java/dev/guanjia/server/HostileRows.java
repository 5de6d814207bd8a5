package dev.guanjia.server;

import java.util.Map;
import java.util.TreeMap;

/** What is there when hostile requests begin: a billed community, and work of every kind. */
public final class HostileRows {

    private HostileRows() {}

    /** The ids of a community that was billed and has paid, by the parameters of paths. */
    public static Map<String, String> billed(RunningServer server) {
        Estate estate = Estate.priced(server, 2);
        Map<String, String> ids = new TreeMap<>();
        ids.put("communityId", estate.community());
        ids.put("unitId", estate.unit(0));
        ids.put("meterId", estate.meter(0));
        ids.put("buildingId", estate.registry().building());
        ids.put("billRunId", estate.bill("2026-01", "2026-01-20"));
        ids.put(
                "chargeId",
                estate.charges("unit_id=" + estate.unit(0)).get(0).at("/id").asString());
        ids.put("paymentId", estate.pay(0, "500.00", "2026-02-03").expect(201).text("/id"));
        ids.put("ownerId", estate.as("CASHIER").get("/units/" + estate.unit(0)).text("/owner_id"));
        estate.sharedFee();
        return ids;
    }

    /** The ids of everything else that a company has. */
    public static Map<String, String> working(RunningServer server) {
        TenantRows rows = OurRows.in(new OurCompany(server));
        Map<String, String> ids = new TreeMap<>();
        ids.put("staffId", rows.filled("{worker}"));
        ids.put("workOrderId", rows.filled("{order}"));
        ids.put("serviceRequestId", rows.filled("{request}"));
        ids.put("equipmentId", rows.filled("{equipment}"));
        ids.put("stationId", rows.filled("{station}"));
        ids.put("incidentId", rows.filled("{incident}"));
        ids.put("sampleId", rows.filled("{sample}"));
        ids.put("handoverId", rows.filled("{handover}"));
        ids.put("turnId", rows.filled("{turn}"));
        ids.put("routeId", rows.filled("{route}"));
        ids.put("poolId", rows.filled("{pool}"));
        return ids;
    }
}

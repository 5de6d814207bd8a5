package dev.guanjia.server;

import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Stages for fee items, tariffs, costs that are shared, bill runs, charges and the books. */
final class HostilePrices {

    private static final String COMMUNITY = "{communityId}";
    private static final String CHARGE = "{chargeId}";

    private final RunningServer server;

    HostilePrices(RunningServer server) {
        this.server = server;
    }

    Map<String, Supplier<Map<String, String>>> stages() {
        Map<String, Supplier<Map<String, String>>> stages = new TreeMap<>();
        stages.put(
                "createFeeItem", () -> Map.of("PARKING_SERVICE", "FEE_" + HostileStages.number()));
        stages.put(
                "createTariff", () -> Map.of("cm_01J8ZP0A01", Estate.with(server, 1).community()));
        stages.put("endTariff", this::tariff);
        stages.put("createPool", this::pool);
        stages.put("apportionPool", this::apportionment);
        stages.put(
                "createFormulaFact", () -> Map.of(COMMUNITY, Estate.with(server, 1).community()));
        stages.put(
                "createBillRun",
                () -> Map.of("cm_01J8ZP0A01", Estate.priced(server, 1).community()));
        stages.put("transitionBillRun", this::run);
        stages.put("replaceCharge", this::reversed);
        stages.put("reverseCharge", () -> Map.of(CHARGE, charge(Estate.priced(server, 1))));
        stages.put("closeAccountingPeriod", HostilePrices::month);
        return stages;
    }

    /** The charge of 214.80 for May 2024. */
    static String charge(Estate estate) {
        String run = estate.bill("2024-05", "2024-05-29");
        return estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
    }

    private Map<String, String> reversed() {
        Estate estate = Estate.priced(server, 1);
        String charge = charge(estate);
        estate.as("CS_SUPERVISOR")
                .post("/charges/" + charge + "/reversals", "{\"reason\": \"面积\"}")
                .expect(201);
        return Map.of(CHARGE, charge);
    }

    private Map<String, String> tariff() {
        Estate estate = Estate.with(server, 1);
        return Map.of("{tariffId}", estate.price("PROPERTY_SERVICE", "2.40").text("/id"));
    }

    private Map<String, String> pool() {
        Estate estate = Estate.with(server, 1);
        return Map.of(
                COMMUNITY,
                estate.community(),
                "SECONDARY_WATER",
                estate.sharedFee(),
                "bd_01J8ZP0B03",
                estate.registry().building());
    }

    private Map<String, String> apportionment() {
        Estate estate = Estate.with(server, 1);
        estate.sharedFee();
        String path = "/communities/" + estate.community() + "/pools";
        Reply pool = estate.as("CS_ASSISTANT").post(path, RowBodies.POOL).expect(201);
        return Map.of("{poolId}", pool.text("/id"));
    }

    private Map<String, String> run() {
        return Map.of("{billRunId}", Estate.priced(server, 1).calculate("2024-05"));
    }

    /** A month in which nobody ever booked anything, each once. */
    private static Map<String, String> month() {
        return Map.of(
                "{period}", YearMonth.of(1950, 1).plusMonths(HostileStages.number()).toString());
    }
}

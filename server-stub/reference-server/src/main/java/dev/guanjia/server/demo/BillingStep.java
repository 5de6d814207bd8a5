package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Pages;
import dev.guanjia.client.generated.api.BillingApi;
import dev.guanjia.client.generated.api.RegistryApi;
import dev.guanjia.client.model.BillRun;
import dev.guanjia.client.model.BillRunCreate;
import dev.guanjia.client.model.Charge;
import dev.guanjia.client.model.MeterReadingBatchCreate;
import dev.guanjia.client.model.MeterReadingCreate;
import java.util.ArrayList;
import java.util.List;

/** Reads the meters and bills the month. */
final class BillingStep {

    private static final int BATCH = 400;

    private final Console console;
    private final DemoPlan plan;
    private final Office office;

    BillingStep(Console console, DemoPlan plan, Office office) {
        this.console = console;
        this.plan = plan;
        this.office = office;
    }

    void readMeters(LoadedCommunity community) {
        List<MeterReadingCreate> readings = new ArrayList<>();
        for (PlannedUnit unit : plan.units()) {
            String meter = community.units().get(unit.index()).getMeters().get(0).getId();
            unit.marchReading()
                    .ifPresent(
                            value ->
                                    readings.add(
                                            new MeterReadingCreate()
                                                    .meterId(meter)
                                                    .readOn(DemoPlan.METERS_READ)
                                                    .value(value)
                                                    .source("READ")));
        }
        RegistryApi registry = office.as("MAINTENANCE_WORKER").registry();
        Progress progress = new Progress(console, "step.readings", readings.size());
        for (int start = 0; start < readings.size(); start += BATCH) {
            int end = Math.min(start + BATCH, readings.size());
            MeterReadingBatchCreate batch =
                    new MeterReadingBatchCreate().readings(readings.subList(start, end));
            String key = key("readings", String.valueOf(start));
            registry.createMeterReadings(key, batch);
            progress.to(end);
        }
    }

    /** Bills March, and has the run confirmed and entered. */
    BillRun bill(LoadedCommunity community) {
        BillRunCreate order =
                new BillRunCreate()
                        .communityId(community.id())
                        .period(DemoPlan.MONTH.toString())
                        .dueOn(DemoPlan.DUE);
        Progress progress = new Progress(console, "step.bill", DemoPlan.UNITS);
        return new BillRunStep(office, progress::to).run(order, DemoPlan.CHARGES_ENTERED);
    }

    /** Every charge of the run, in the order of the books. */
    List<Charge> charges(String run) {
        BillingApi billing = office.as("STEWARD").billing();
        return Pages.iterate(cursor -> billing.listCharges(null, run, null, 200, cursor)).stream()
                .toList();
    }
}

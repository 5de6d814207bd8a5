package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Pages;
import dev.guanjia.client.Versioned;
import dev.guanjia.client.generated.api.BillingApi;
import dev.guanjia.client.generated.api.RegistryApi;
import dev.guanjia.client.model.BillRun;
import dev.guanjia.client.model.BillRunCreate;
import dev.guanjia.client.model.BillRunTransitionCreate;
import dev.guanjia.client.model.Charge;
import dev.guanjia.client.model.MeterReadingBatchCreate;
import dev.guanjia.client.model.MeterReadingCreate;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads the meters, bills the month and takes the run through confirmation to the accounts. */
final class BillingStep {

    private static final int BATCH = 400;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 1_200;

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

    /** Starts the run, waits until every unit was calculated, and has it confirmed and entered. */
    BillRun bill(LoadedCommunity community) {
        BillRunCreate order =
                new BillRunCreate()
                        .communityId(community.id())
                        .period(DemoPlan.MONTH.toString())
                        .dueOn(DemoPlan.DUE);
        BillingApi billing = office.as("CS_ASSISTANT").billing();
        String id = billing.createBillRun(key("run"), order).getId();
        awaitCalculated(id);
        transition(id, "CS_SUPERVISOR", "CONFIRM", "2026-03-23T11:00:00+08:00");
        transition(id, "CS_SUPERVISOR", "REPORT", "2026-03-23T14:00:00+08:00");
        return transition(id, "STEWARD", "ENTER", "2026-03-23T15:00:00+08:00");
    }

    private void awaitCalculated(String run) {
        BillingApi billing = office.as("CS_ASSISTANT").billing();
        Progress progress = new Progress(console, "step.bill", DemoPlan.UNITS);
        for (int poll = 0; poll < POLLS; poll++) {
            BillRun seen = billing.getBillRun(run);
            progress.to(seen.getProgress().getUnitsDone());
            if (!seen.getState().equals("CALCULATING")) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("bill run " + run + " is not calculated yet");
    }

    private BillRun transition(String run, String post, String action, String at) {
        BillingApi billing = office.as(post).billing();
        String etag = Versioned.of(billing.getBillRunWithHttpInfo(run)).etag();
        BillRunTransitionCreate step =
                new BillRunTransitionCreate().action(action).occurredAt(OffsetDateTime.parse(at));
        return billing.transitionBillRun(run, key("run", action), etag, step);
    }

    /** Every charge of the run, in the order of the books. */
    List<Charge> charges(String run) {
        BillingApi billing = office.as("STEWARD").billing();
        return Pages.iterate(cursor -> billing.listCharges(null, run, null, 200, cursor)).stream()
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the bill run", e);
        }
    }
}

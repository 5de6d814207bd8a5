package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Versioned;
import dev.guanjia.client.generated.api.BillingApi;
import dev.guanjia.client.model.BillRun;
import dev.guanjia.client.model.BillRunCreate;
import dev.guanjia.client.model.BillRunTransitionCreate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.IntConsumer;

/**
 * Takes a bill run through calculation and confirmation to the accounts.
 *
 * @param office who does it
 * @param done told how many units were calculated
 */
record BillRunStep(Office office, IntConsumer done) {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 1_200;

    /** Starts the run, has it confirmed and entered, and waits where the server goes on itself. */
    BillRun run(BillRunCreate order, LocalDate day) {
        BillingApi billing = office.as("CS_ASSISTANT").billing();
        String id = billing.createBillRun(key("run", order.getPeriod()), order).getId();
        await(billing, id, "CALCULATING");
        transition(id, "CS_SUPERVISOR", step("CONFIRM", day, 11));
        transition(id, "CS_SUPERVISOR", step("REPORT", day, 14));
        transition(id, "STEWARD", step("ENTER", day, 15));
        return await(billing, id, "ENTERING");
    }

    /** The run once it has left a state. */
    private BillRun await(BillingApi billing, String run, String state) {
        for (int poll = 0; poll < POLLS; poll++) {
            BillRun seen = billing.getBillRun(run);
            done.accept(seen.getProgress().getUnitsDone());
            if (!seen.getState().equals(state)) {
                return seen;
            }
            pause();
        }
        throw new IllegalStateException("bill run " + run + " is still " + state);
    }

    private static BillRunTransitionCreate step(String action, LocalDate day, int hour) {
        return new BillRunTransitionCreate()
                .action(action)
                .occurredAt(day.atTime(hour, 0).atZone(DemoPlan.ZONE).toOffsetDateTime());
    }

    private void transition(String run, String post, BillRunTransitionCreate step) {
        BillingApi billing = office.as(post).billing();
        String etag = Versioned.of(billing.getBillRunWithHttpInfo(run)).etag();
        billing.transitionBillRun(run, key("run", run, step.getAction()), etag, step);
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

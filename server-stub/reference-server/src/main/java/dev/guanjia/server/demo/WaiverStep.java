package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.ProblemException;
import dev.guanjia.client.Versioned;
import dev.guanjia.client.generated.api.BillingApi;
import dev.guanjia.client.model.Charge;
import dev.guanjia.client.model.Waiver;
import dev.guanjia.client.model.WaiverCreate;
import dev.guanjia.client.model.WaiverSignatureCreate;
import java.time.LocalDate;
import java.util.List;

/** A waiver of CNY 150.00: more than the supervisor may sign, so the manager signs it. */
final class WaiverStep {

    private static final LocalDate PROPOSED = LocalDate.of(2026, 3, 24);
    private static final LocalDate SIGNED = LocalDate.of(2026, 3, 25);

    private final Console console;
    private final DemoPlan plan;
    private final Office office;

    WaiverStep(Console console, DemoPlan plan, Office office) {
        this.console = console;
        this.plan = plan;
        this.office = office;
    }

    void run(LoadedCommunity community, List<Charge> charges) {
        String unit = community.unitId(plan.unit(DemoPlan.WAIVER_UNIT));
        Charge charge =
                charges.stream()
                        .filter(candidate -> candidate.getUnitId().equals(unit))
                        .filter(candidate -> candidate.getFeeItem().equals("PROPERTY_SERVICE"))
                        .findFirst()
                        .orElseThrow();
        WaiverCreate proposal =
                new WaiverCreate()
                        .chargeId(charge.getId())
                        .amount(OpeningStep.yuan("150.00"))
                        .reason("屋面渗漏影响居住，按协议减免")
                        .addAttachmentsItem("leak-report-2026-03.pdf")
                        .proposedOn(PROPOSED);
        Waiver waiver = office.as("STEWARD").billing().createWaiver(key("waiver"), proposal);
        refusedToSupervisor(waiver.getId());
        sign(waiver.getId(), "PROPERTY_MANAGER", SIGNED);
        console.say("waiver.signed", "CNY 150.00");
    }

    private void refusedToSupervisor(String waiver) {
        try {
            sign(waiver, "CS_SUPERVISOR", PROPOSED);
        } catch (ProblemException refusal) {
            if (!refusal.is("approval-over-limit")) {
                throw refusal;
            }
            console.say("waiver.refused", refusal.detail().orElse(""));
            return;
        }
        throw new IllegalStateException("the supervisor signed more than her limit");
    }

    private void sign(String waiver, String post, LocalDate day) {
        BillingApi billing = office.as(post).billing();
        String etag = Versioned.of(billing.getWaiverWithHttpInfo(waiver)).etag();
        WaiverSignatureCreate signature = new WaiverSignatureCreate().signedOn(day);
        billing.signWaiver(waiver, key("waiver", post), etag, signature);
    }
}

package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.Guanjia;
import dev.guanjia.client.Versioned;
import dev.guanjia.client.generated.api.AdjustmentsApi;
import dev.guanjia.client.model.Charge;
import dev.guanjia.client.model.DeferralConfirmationCreate;
import dev.guanjia.client.model.DeferralCreate;
import dev.guanjia.client.model.DeferralGrantCreate;
import dev.guanjia.client.model.LateCharge;
import dev.guanjia.client.model.LateChargeRuleCreate;
import java.time.LocalDate;
import java.util.Map;

/** A deferral that the manager confirms, and what being late costs, known for any past day. */
final class LaneReliefs {

    private static final LocalDate ASKED = LocalDate.of(2026, 5, 25);
    private static final LocalDate PROMISED = LocalDate.of(2026, 6, 30);
    private static final LocalDate LATE_ON = LocalDate.of(2026, 5, 30);

    private final Console console;
    private final Office office;
    private final Map<String, String> figures;

    LaneReliefs(Console console, Office office, Map<String, String> figures) {
        this.console = console;
        this.office = office;
        this.figures = figures;
    }

    /** The steward asks, the manager confirms, the steward grants. */
    void defer(Charge charge) {
        AdjustmentsApi steward = office.as("STEWARD").adjustments();
        DeferralCreate asked =
                new DeferralCreate().chargeId(charge.getId()).reason("业主住院").statedOn(ASKED);
        String id = steward.createDeferral(key("lane", "deferral"), asked).getId();
        office.as("PROPERTY_MANAGER")
                .adjustments()
                .confirmDeferral(
                        id,
                        key("lane", "deferral", "confirmed"),
                        seen(steward, id),
                        new DeferralConfirmationCreate().confirmedOn(ASKED.plusDays(1)));
        DeferralGrantCreate grant =
                new DeferralGrantCreate().grantedOn(ASKED.plusDays(1)).promisedOn(PROMISED);
        steward.grantDeferral(id, key("lane", "deferral", "granted"), seen(steward, id), grant);
        Charge deferred = office.as("STEWARD").billing().getCharge(charge.getId());
        String until = String.valueOf(deferred.getDeferredUntil());
        figures.put("lane.deferred-until", until);
        console.say("lane.deferred", deferred.getOpen().getAmount().toPlainString(), until);
    }

    private static String seen(AdjustmentsApi who, String deferral) {
        return Versioned.of(who.getDeferralWithHttpInfo(deferral)).etag();
    }

    /** Five in ten thousand a day, on what the seller still owes. */
    void late(LoadedCommunity lane) {
        Guanjia manager = office.as("PROPERTY_MANAGER");
        LateChargeRuleCreate rule =
                new LateChargeRuleCreate()
                        .communityId(lane.id())
                        .feeItem("PROPERTY_SERVICE")
                        .from(LocalDate.of(2026, 1, 1))
                        .rate("1/2000")
                        .per("DAY")
                        .graceDays(0)
                        .source("物业服务合同");
        manager.adjustments().createLateChargeRule(key("lane", "late"), rule);
        LateCharge late =
                manager
                        .adjustments()
                        .listLateCharges(lane.units().get(1).getId(), LATE_ON, 200, null)
                        .getItems()
                        .stream()
                        .filter(charge -> Boolean.TRUE.equals(charge.getOverdue()))
                        .findFirst()
                        .orElseThrow();
        String amount = late.getAmount().getAmount().toPlainString();
        figures.put("lane.late-charge", amount);
        String open = late.getOpen().getAmount().toPlainString();
        console.say("lane.late", open, late.getLines().get(0).getDays(), LATE_ON, amount);
    }
}

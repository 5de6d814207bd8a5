package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.settlement.SettledPayment;
import dev.guanjia.billing.settlement.SettlementRefusal;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.ChargeMovement;
import dev.guanjia.server.store.ChargeMovementStore;
import dev.guanjia.server.store.PaymentStore;
import dev.guanjia.server.store.PrepaidYearStore;
import dev.guanjia.server.store.SettledPaymentStore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What reversals and refunds of payments share. */
@Component
class PaymentUndoing {

    /** Reasons that are a matter of who asks. */
    private static final Set<SettlementRefusal> OWN =
            Set.of(SettlementRefusal.PAYMENT_REVERSAL_OWN, SettlementRefusal.PAYMENT_REFUND_OWN);

    private final PaymentTaking taking;
    private final PaymentStore payments;
    private final SettledPaymentStore settled;
    private final ChargeMovementStore movements;
    private final PrepaidYearStore years;

    PaymentUndoing(
            PaymentTaking taking,
            PaymentStore payments,
            SettledPaymentStore settled,
            ChargeMovementStore movements,
            PrepaidYearStore years) {
        this.taking = taking;
        this.payments = payments;
        this.settled = settled;
        this.movements = movements;
        this.years = years;
    }

    /**
     * A payment as it stands, with its unit and those of the charges that it was taken for locked.
     * No other unit joins them later: what is kept is used for charges of its own unit alone.
     */
    SettledPayment lock(Caller caller, String id) {
        PaymentTaken taken =
                payments.find(caller.tenant(), id)
                        .map(row -> row.receipt().payment())
                        .orElseThrow(() -> Fault.notFound(id));
        TreeSet<String> units = new TreeSet<>();
        units.add(taken.payment().unit().value());
        taken.allocations().forEach(part -> units.add(part.key().unit().value()));
        taking.lock(caller.tenant(), units);
        return settled.of(caller.tenant(), List.of(taken)).values().iterator().next();
    }

    /** Money that earned a discount for a year stays until its end, or the payment is reversed. */
    void requireNoYear(Caller caller, String paymentId, LocalDate on) {
        years.end(caller.tenant(), paymentId)
                .filter(on::isBefore)
                .ifPresent(
                        end -> {
                            throw PaymentRefusal.PREPAID_YEAR_RUNS.with(
                                    Map.of("payment", paymentId, "end", end.toString()));
                        });
    }

    /** Opens charges again. */
    void reopen(Caller caller, List<Allocation> parts, String source, LocalDate day) {
        movements.add(
                caller.tenant(),
                parts.stream()
                        .map(
                                part ->
                                        new ChargeMovement(
                                                part.charge(),
                                                day,
                                                ChargeMovement.Kind.ALLOCATION_REVERSED,
                                                part.amount().negated(),
                                                source))
                        .toList());
    }

    /** Checks the day of a no. */
    static void no(BusinessTime times, LocalDate on) {
        Given given = new Given();
        given.day("/rejected_on", on);
        given.end();
        times.require(on);
    }

    /** The value; 403 if somebody would decide on what is their own, 409 for all else. */
    static <T> T unlessOwn(Decision<T> decision, Breach breach) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw refused(reasons, breach);
                });
    }

    private static Refused refused(List<Refusal> reasons, Breach breach) {
        if (reasons.stream().noneMatch(PaymentUndoing::isOwn)) {
            return Refused.because(
                    reasons, Map.of(SettlementRefusal.SETTLEMENT_WITHOUT_APPROVAL, "/reference"));
        }
        List<Refusal> ordered =
                reasons.stream().sorted(Comparator.comparing(reason -> !isOwn(reason))).toList();
        return Refused.lackOfAuthority(ordered, breach);
    }

    private static boolean isOwn(Refusal reason) {
        return reason.code() instanceof SettlementRefusal code && OWN.contains(code);
    }
}

package dev.guanjia.server.application;

import dev.guanjia.billing.BoundCharge;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeReversal;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import dev.guanjia.reaction.ChargeTakenBack;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.ChargeMovement;
import dev.guanjia.server.store.ChargeMovement.Kind;
import dev.guanjia.server.store.ChargeMovementStore;
import dev.guanjia.server.store.ChargeReversalStore;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.PaymentPartStore;
import dev.guanjia.server.store.PaymentStore;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Charges that bind, with all that settles them, for whoever corrects them. */
@Component
class ChargeLedger {

    private final BillingLocks locks;
    private final ChargeStore charges;
    private final ChargeMovementStore movements;
    private final ChargeReversalStore reversals;
    private final PaymentPartStore parts;
    private final PaymentStore payments;
    private final UnitStore units;
    private final Clock clock;

    ChargeLedger(
            BillingLocks locks,
            ChargeStore charges,
            ChargeMovementStore movements,
            ChargeReversalStore reversals,
            PaymentPartStore parts,
            PaymentStore payments,
            UnitStore units,
            Clock clock) {
        this.locks = locks;
        this.charges = charges;
        this.movements = movements;
        this.reversals = reversals;
        this.parts = parts;
        this.payments = payments;
        this.units = units;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    ChargeRow charge(String tenant, String id) {
        return charges.find(tenant, id).orElseThrow(() -> Fault.notFound(id));
    }

    /** A charge of a unit of which nobody else settles or corrects anything meanwhile. */
    ChargeRow locked(String tenant, String id) {
        ChargeRow seen = charge(tenant, id);
        locks.unit(tenant, seen.key().unit().value());
        return charge(tenant, id);
    }

    /** The same, and no run charges the unit meanwhile. */
    ChargeRow lockedForCharging(String tenant, String id) {
        UnitId unit = charge(tenant, id).key().unit();
        UnitRow row = units.find(tenant, unit.value()).orElseThrow();
        locks.community(tenant, row.communityId());
        return locked(tenant, id);
    }

    BoundCharge bound(String tenant, ChargeRow row) {
        ChargeStore.Correction correction = row.correction();
        Charge charge =
                new Charge(
                        row.id(),
                        row.key(),
                        row.payer(),
                        row.standing().amount(),
                        row.dueOn(),
                        charges.trace(tenant, row.id().value()),
                        correction.replaces());
        List<ChargeId> successors = Stream.ofNullable(correction.replacedBy()).toList();
        return new BoundCharge(charge, correction.reversal(), successors);
    }

    /** Gives back what was paid, and lets nothing be open of the charge. */
    ChargeTakenBack reverse(String tenant, ChargeRow row, ChargeReversal reversal, Instant at) {
        List<ChargeMovement> back = returned(tenant, row.id(), reversal.on());
        Map<UnitId, Money> returned = byPayingUnit(tenant, back);
        Money amount = returned.values().stream().reduce(row.standing().open(), Money::plus);
        if (amount.isPositive()) {
            back.add(
                    new ChargeMovement(
                            row.id(),
                            reversal.on(),
                            Kind.CHARGE_REVERSED,
                            amount,
                            row.id().value()));
        }
        reversals.add(tenant, reversal, at);
        movements.add(tenant, back);
        return new ChargeTakenBack(reversal, row.key(), row.standing().taxed(), amount, returned);
    }

    /** An advance is kept for the unit that the payment was for, whichever charge it settled. */
    private Map<UnitId, Money> byPayingUnit(String tenant, List<ChargeMovement> back) {
        Map<UnitId, Money> sums = new TreeMap<>();
        for (ChargeMovement movement : back) {
            UnitId unit = payments.find(tenant, movement.sourceId()).orElseThrow().payment().unit();
            sums.merge(unit, movement.amount().negated(), Money::plus);
        }
        return sums;
    }

    void replace(String tenant, List<Charge> replacements, LocalDate day) {
        reversals.add(tenant, replacements, day);
    }

    /** What is left of each payment in the charge becomes unused again, the latest first. */
    private List<ChargeMovement> returned(String tenant, ChargeId id, LocalDate day) {
        List<ChargeMovement> back = new ArrayList<>();
        parts.standing(tenant, id)
                .forEach((payment, left) -> back.add(unused(id, day, left, payment)));
        return back;
    }

    private static ChargeMovement unused(
            ChargeId id, LocalDate day, Money part, PaymentId payment) {
        return new ChargeMovement(id, day, Kind.PREPAYMENT_USED, part.negated(), payment.value());
    }
}

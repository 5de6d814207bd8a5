package dev.guanjia.history;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeReversal;
import dev.guanjia.billing.latecharge.OpenHistory;
import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.AllocationOrder;
import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.billing.settlement.OwnersChoice;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.PaymentReversal;
import dev.guanjia.billing.settlement.PaymentReversed;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.settlement.Prepayment;
import dev.guanjia.billing.settlement.PrepaymentRule;
import dev.guanjia.billing.settlement.Refund;
import dev.guanjia.billing.settlement.RefundPaid;
import dev.guanjia.billing.settlement.SettledPayment;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.reaction.ChargeEntered;
import dev.guanjia.reaction.ChargeTakenBack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who paid what for which charge. It is counted here once more, apart from what payments say. */
final class Till {

    static final Money NONE = Money.fen(0);
    static final PaymentMethod[] METHODS = PaymentMethod.values();

    private final Story story;
    final Journal journal = new Journal();
    final Map<ChargeId, Charge> charges = new LinkedHashMap<>();
    final Map<ChargeId, List<OpenHistory.Change>> changes = new TreeMap<>();
    final Map<PaymentId, SettledPayment> payments = new LinkedHashMap<>();
    final Map<ChargeId, Money> paid = new TreeMap<>();
    final Map<UnitId, Money> ahead = new TreeMap<>();

    Till(Story story) {
        this.story = story;
    }

    void entered(Charge charge) {
        charges.put(charge.id(), charge);
        journal.add(
                Journal.CHARGES.chargeEntered(
                        journal.id(), ChargeEntered.of(charge), story.today()));
    }

    /** What is open of a charge, from everything that happened to it. */
    Money open(ChargeId id) {
        return changes.getOrDefault(id, List.of()).stream()
                .map(OpenHistory.Change::by)
                .reduce(charges.get(id).amount(), Money::plus);
    }

    /** Something makes less, or more, of what is open. */
    void change(ChargeId id, Money by) {
        changes.computeIfAbsent(id, any -> new ArrayList<>())
                .add(new OpenHistory.Change(story.today(), by));
    }

    private void paid(Allocation part, boolean back) {
        Money by = back ? part.amount().negated() : part.amount();
        paid.merge(part.charge(), by, Money::plus);
        change(part.charge(), by.negated());
    }

    private void ahead(UnitId unit, Money by) {
        ahead.merge(unit, by, Money::plus);
    }

    /** What was paid of it is paid ahead again; the rest is not owed any more. */
    void takenBack(Charge charge, ChargeReversal reversal) {
        Money returned = paid.getOrDefault(charge.id(), NONE);
        Money amount = open(charge.id()).plus(returned);
        payments.replaceAll((id, payment) -> without(payment, charge.id()));
        if (returned.isPositive()) {
            paid.put(charge.id(), NONE);
            change(charge.id(), returned);
            ahead(charge.key().unit(), returned);
        }
        change(charge.id(), amount.negated());
        Map<UnitId, Money> back =
                returned.isPositive() ? Map.of(charge.key().unit(), returned) : Map.of();
        journal.addAny(
                Journal.CHARGES.chargeReversed(
                        journal.id(),
                        new ChargeTakenBack(reversal, charge.key(), charge.taxed(), amount, back)));
    }

    private static SettledPayment without(SettledPayment payment, ChargeId charge) {
        List<Allocation> rest =
                payment.standing().stream().filter(part -> !part.charge().equals(charge)).toList();
        return new SettledPayment(
                payment.taken(),
                rest,
                payment.refunded(),
                payment.paidOut(),
                payment.since(),
                payment.reversal());
    }

    List<OpenCharge> open(UnitId unit) {
        return charges.values().stream()
                .filter(charge -> charge.key().unit().equals(unit))
                .filter(charge -> open(charge.id()).isPositive())
                .map(
                        charge ->
                                new OpenCharge(
                                        charge.id(),
                                        charge.key(),
                                        1,
                                        charge.dueOn(),
                                        open(charge.id())))
                .toList();
    }

    void pay(Move move, UnitId unit) {
        Payment payment =
                new Payment(
                        new PaymentId(story.name("pm")),
                        unit,
                        Money.fen(move.size() * 3L),
                        METHODS[move.day() % METHODS.length],
                        story.today());
        List<OpenCharge> open = open(unit);
        story.decide(
                move.act(), payment.toString(), payment.take(open, order(move, open)), this::taken);
    }

    /** The owner may want more settled than is owed, or than is paid: both are refused. */
    private static AllocationOrder order(Move move, List<OpenCharge> open) {
        return switch (move.day() % 3) {
            case 0 -> AllocationOrder.oldestFirst();
            case 1 ->
                    new AllocationOrder.ByFeeItem(
                            List.of(Village.item(move.size()), Village.item(move.size() + 1)));
            default -> {
                Map<ChargeId, Money> wanted = new TreeMap<>();
                open.stream()
                        .limit(2)
                        .forEach(one -> wanted.put(one.id(), Money.fen(1 + move.size() % 2_500)));
                yield wanted.isEmpty()
                        ? AllocationOrder.oldestFirst()
                        : new OwnersChoice(new TreeMap<>(wanted));
            }
        };
    }

    private void taken(PaymentTaken taken) {
        payments.put(taken.payment().id(), SettledPayment.of(taken));
        taken.allocations().forEach(part -> paid(part, false));
        ahead(taken.payment().unit(), taken.prepayment());
        journal.add(Journal.CHARGES.paymentTaken(journal.id(), taken, story.today()));
    }

    void use(Move move, UnitId unit) {
        List<Prepayment> kept =
                payments.values().stream()
                        .filter(payment -> payment.left().isPositive())
                        .filter(payment -> payment.taken().payment().unit().equals(unit))
                        .map(payment -> prepayment(move, payment))
                        .toList();
        PrepaymentRule rule = PrepaymentRule.values()[move.size() % PrepaymentRule.values().length];
        List<PrepaymentRule.Use> uses = rule.apply(kept, open(unit));
        for (PrepaymentRule.Use use : uses) {
            payments.computeIfPresent(use.payment(), (id, old) -> old.apply(use.part()));
            paid(use.part(), false);
            ahead(unit, use.part().amount().negated());
        }
        if (!uses.isEmpty()) {
            story.did(move.act(), uses.toString());
            journal.add(
                    Journal.PAYMENTS.prepaymentUsed(
                            journal.id(), story.name("pu"), uses, story.today()));
        }
    }

    private static Prepayment prepayment(Move move, SettledPayment settled) {
        Payment money = settled.taken().payment();
        return new Prepayment(
                money.id(),
                money.unit(),
                Payer.owner(new OwnerId("ow_1")),
                move.day() % 2 == 0 ? null : Village.item(move.day()),
                money.paidOn(),
                settled.left());
    }

    void reverse(Move move) {
        if (payments.isEmpty()) {
            return;
        }
        SettledPayment old = pick(move);
        String name = story.name("pv");
        PaymentReversal.Request wanted =
                new PaymentReversal.Request(
                        name,
                        old.taken().payment().id(),
                        PaymentReversal.Cause.BOUNCED,
                        "bounced",
                        Story.CLERK,
                        story.today(),
                        PaymentReversal.State.PROPOSED);
        Refund.Approval yes = approval(move);
        Decision<PaymentReversed> reversed =
                old.proposeReversal(wanted)
                        .fold(request -> request.approve(old, yes), Decision::refuse);
        story.decide(
                move.act(), wanted.payment().toString(), reversed, event -> bounced(name, event));
    }

    private void bounced(String name, PaymentReversed event) {
        SettledPayment old = event.before();
        payments.put(old.taken().payment().id(), event.after());
        event.reopened().forEach(part -> paid(part, true));
        ahead(old.taken().payment().unit(), event.prepayment().negated());
        journal.add(Journal.PAYMENTS.paymentReversed(journal.id(), name, event));
    }

    void refunded(RefundPaid event) {
        SettledPayment old = event.before();
        payments.put(old.taken().payment().id(), event.after());
        event.reopened().forEach(part -> paid(part, true));
        ahead(old.taken().payment().unit(), event.kept().negated());
        journal.add(Journal.PAYMENTS.refundPaid(journal.id(), event));
    }

    /** Now and then the same person says yes, and is refused. */
    Refund.Approval approval(Move move) {
        return new Refund.Approval(
                move.size() % 9 == 0 ? Story.CLERK : Story.LEADER, "AP-1", story.today());
    }

    SettledPayment pick(Move move) {
        return List.copyOf(payments.values()).get(move.which() % payments.size());
    }
}

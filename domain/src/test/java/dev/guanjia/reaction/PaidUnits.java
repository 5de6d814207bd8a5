package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.PaymentReversal;
import dev.guanjia.billing.settlement.Prepayment;
import dev.guanjia.billing.settlement.PrepaymentRule;
import dev.guanjia.billing.settlement.Refund;
import dev.guanjia.billing.settlement.SettledPayment;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Two units of one payer: each step of a random life with its entry in the books. */
final class PaidUnits {

    private static final PostingRules RULES = PostingReaction.standardRules(ChartOfAccounts.load());
    private static final PostingReaction BOOKS = new PostingReaction(RULES, Language.EN);
    private static final PaymentPosting PAYMENTS = new PaymentPosting(RULES, Language.EN);
    private static final Actor WHO = new Actor(new StaffId("S1"), new PostKey("CASHIER"), "v1");
    private static final Actor OTHER = new Actor(new StaffId("S2"), new PostKey("CASHIER"), "v1");

    private final Random random;
    private final Map<ChargeId, OpenCharge> charges = new TreeMap<>();
    private final Map<PaymentId, SettledPayment> payments = new TreeMap<>();
    private final List<JournalEntry> entries = new ArrayList<>();

    PaidUnits(Random random) {
        this.random = random;
    }

    List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    void step(int step) {
        switch (random.nextInt(6)) {
            case 0, 1 -> charge(step);
            case 2 -> pay(step);
            case 3 -> List.of("un_1", "un_2").forEach(unit -> use(unit, step));
            case 4 -> payments.replaceAll((id, old) -> refund(old, step));
            default -> payments.replaceAll((id, old) -> reverse(old, step));
        }
    }

    private void charge(int step) {
        String item = random.nextBoolean() ? "PROPERTY_SERVICE" : "SECONDARY_WATER";
        ChargeEntered charge =
                Settled.charge("ch_" + step, Settled.key(unit(), item), 1 + random.nextInt(9_000));
        OpenCharge open =
                new OpenCharge(charge.charge(), charge.key(), 1, Settled.DAY, charge.amount());
        charges.put(open.id(), open);
        keep(BOOKS.chargeEntered(id(), charge, Settled.DAY));
    }

    private void pay(int step) {
        PaymentMethod[] methods = PaymentMethod.values();
        Payment payment =
                new Payment(
                        new PaymentId("pm_" + step),
                        new UnitId(unit()),
                        Money.fen(1 + random.nextInt(20_000)),
                        methods[random.nextInt(methods.length)],
                        Settled.DAY);
        payment.take(stillOpen())
                .fold(
                        taken -> {
                            payments.put(payment.id(), SettledPayment.of(taken));
                            return keep(BOOKS.paymentTaken(id(), taken, Settled.DAY));
                        },
                        reasons -> null);
    }

    private void use(String unit, int step) {
        List<Prepayment> kept =
                payments.values().stream()
                        .filter(payment -> payment.left().isPositive())
                        .map(PaidUnits::prepayment)
                        .filter(payment -> payment.unit().value().equals(unit))
                        .toList();
        List<OpenCharge> open =
                stillOpen().stream().filter(c -> c.key().unit().value().equals(unit)).toList();
        List<PrepaymentRule.Use> uses = PrepaymentRule.OLDEST_FIRST.apply(kept, open);
        uses.forEach(
                use ->
                        payments.computeIfPresent(
                                use.payment(), (id, old) -> old.apply(use.part())));
        if (!uses.isEmpty()) {
            keep(PAYMENTS.prepaymentUsed(id(), unit + "." + step, uses, Settled.DAY));
        }
    }

    private static Prepayment prepayment(SettledPayment payment) {
        Payment money = payment.taken().payment();
        Payer payer = new Payer(Payer.Kind.OWNER, "ow_1");
        return new Prepayment(
                money.id(), money.unit(), payer, null, money.paidOn(), payment.left());
    }

    private SettledPayment refund(SettledPayment old, int step) {
        Refund.Source[] sources = Refund.Source.values();
        PaymentId payment = old.taken().payment().id();
        Refund.Proposal wanted =
                new Refund.Proposal(
                        "rf_" + step + "." + payment.value(),
                        payment,
                        sources[random.nextInt(sources.length)],
                        Money.fen(random.nextInt(15_000)),
                        "moved out",
                        WHO,
                        Settled.DAY);
        Refund.Approval yes = new Refund.Approval(OTHER, "AP-1", Settled.DAY);
        Refund refund = new Refund(wanted, Refund.State.APPROVED, yes, null);
        return old.payOut(refund, PaymentMethod.CASH, Settled.DAY)
                .fold(
                        event -> {
                            keep(PAYMENTS.refundPaid(id(), event));
                            return event.after();
                        },
                        reasons -> old);
    }

    private SettledPayment reverse(SettledPayment old, int step) {
        if (random.nextInt(4) > 0) {
            return old;
        }
        String id = old.taken().payment().id().value();
        PaymentReversal why =
                new PaymentReversal(
                        PaymentReversal.Cause.BOUNCED, "bounced", "AP-2", OTHER, Settled.DAY);
        return old.reverse(why)
                .fold(
                        event -> {
                            keep(PAYMENTS.paymentReversed(id(), "pv_" + step + "." + id, event));
                            return event.after();
                        },
                        reasons -> old);
    }

    Money owed() {
        return owedOf("un_1").plus(owedOf("un_2"));
    }

    Money owedOf(String unit) {
        return open().entrySet().stream()
                .filter(each -> charges.get(each.getKey()).key().unit().value().equals(unit))
                .map(Map.Entry::getValue)
                .reduce(Money.fen(0), Money::plus);
    }

    Money kept() {
        return keptOf("un_1").plus(keptOf("un_2"));
    }

    Money keptOf(String unit) {
        return payments.values().stream()
                .filter(payment -> payment.taken().payment().unit().value().equals(unit))
                .map(SettledPayment::left)
                .reduce(Money.fen(0), Money::plus);
    }

    Money paid() {
        return payments.values().stream()
                .filter(payment -> payment.reversal() == null)
                .map(payment -> payment.taken().payment().amount())
                .reduce(Money.fen(0), Money::plus);
    }

    /** Allocations, what is kept and what was refunded. */
    Money used() {
        Money sum = kept();
        for (SettledPayment payment : payments.values()) {
            sum = sum.plus(payment.refunded());
            for (Allocation part : payment.standing()) {
                sum = sum.plus(part.amount());
            }
        }
        return sum;
    }

    private Map<ChargeId, Money> open() {
        Map<ChargeId, Money> open = new TreeMap<>();
        charges.values().forEach(charge -> open.put(charge.id(), charge.open()));
        for (SettledPayment payment : payments.values()) {
            payment.standing()
                    .forEach(part -> open.merge(part.charge(), part.amount(), Money::minus));
        }
        return open;
    }

    private List<OpenCharge> stillOpen() {
        List<OpenCharge> still = new ArrayList<>();
        open().forEach(
                        (id, open) -> {
                            if (open.isPositive()) {
                                OpenCharge charge = charges.get(id);
                                still.add(
                                        new OpenCharge(id, charge.key(), 1, charge.dueOn(), open));
                            }
                        });
        return still;
    }

    private String unit() {
        return random.nextBoolean() ? "un_1" : "un_2";
    }

    private JournalEntryId id() {
        return new JournalEntryId("je_" + entries.size());
    }

    private JournalEntry keep(Decision<JournalEntry> decision) {
        JournalEntry entry =
                decision.fold(
                        made -> made,
                        reasons -> {
                            throw new AssertionError(reasons);
                        });
        entries.add(entry);
        return entry;
    }
}

package dev.guanjia.history;

import dev.guanjia.billing.deposit.Deposit;
import dev.guanjia.billing.deposit.DepositDeduction;
import dev.guanjia.billing.deposit.DepositId;
import dev.guanjia.billing.deposit.DepositKind;
import dev.guanjia.billing.deposit.DepositSummary;
import dev.guanjia.billing.deposit.DepositSummaryId;
import dev.guanjia.billing.deposit.DepositTaken;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Money that is held, and what of it was kept or given back; the sum is counted once more. */
final class Deposits {

    private static final PaymentMethod[] METHODS = PaymentMethod.values();

    private final Story story;
    private final Journal journal;
    final List<Deposit> all = new ArrayList<>();
    final Map<UnitId, Money> held = new HashMap<>();
    private final Set<String> receipts = new HashSet<>();

    Deposits(Story story, Journal journal) {
        this.story = story;
        this.journal = journal;
    }

    void take(Move move, UnitId unit) {
        DepositTaken taken =
                new DepositTaken(
                        new DepositId(story.name("dp")),
                        DepositKind.standard().get(move.day() % DepositKind.standard().size()),
                        unit,
                        Money.fen(move.size()),
                        "r" + move.day() % 20,
                        Story.CLERK,
                        story.today());
        PaymentMethod method = METHODS[move.size() % METHODS.length];
        story.decide(
                move.act(),
                taken.toString(),
                taken.take(receipts),
                deposit -> {
                    receipts.add(taken.receipt());
                    all.add(deposit);
                    held.merge(unit, taken.amount(), Money::plus);
                    journal.add(Journal.DEPOSITS.taken(journal.id(), taken, method));
                });
    }

    void deduct(Move move) {
        if (all.isEmpty()) {
            return;
        }
        int index = move.which() % all.size();
        Money amount = Money.fen(move.size() / 2);
        Deposit before = all.get(index);
        String consent = move.day() % 5 == 0 ? "" : "letter";
        story.decide(
                move.act(),
                before.taken().id() + " " + amount,
                before.deduct(
                        new DepositDeduction(amount, "wall", consent), Story.CLERK, story.today()),
                after -> {
                    all.set(index, after);
                    held.merge(after.taken().unit(), amount.negated(), Money::plus);
                    journal.add(Journal.DEPOSITS.deducted(journal.id(), after));
                });
    }

    /** Checked, summarised, signed and paid by two people in turn. */
    void refund(Move move) {
        if (all.isEmpty()) {
            return;
        }
        int index = move.which() % all.size();
        Deposit before = all.get(index);
        PaymentMethod method = METHODS[move.size() % METHODS.length];
        story.decide(
                move.act(),
                before.taken().id().toString(),
                before.check(Story.LEADER, story.today())
                        .fold(this::signed, Decision::<Deposit>refuse)
                        .fold(
                                signed ->
                                        signed.refund(signed.balance(), Story.CLERK, story.today()),
                                Decision::refuse),
                after -> {
                    all.set(index, after);
                    held.merge(after.taken().unit(), before.balance().negated(), Money::plus);
                    journal.add(Journal.DEPOSITS.refunded(journal.id(), after, method));
                });
    }

    private Decision<Deposit> signed(Deposit checked) {
        return DepositSummary.of(
                        new DepositSummaryId(story.name("ds")),
                        Story.CLERK,
                        story.today(),
                        List.of(checked))
                .fold(
                        summary -> {
                            Deposit listed = Story.accepted(summary.carry(checked));
                            return Story.accepted(summary.sign(Story.LEADER, story.today()))
                                    .carry(listed);
                        },
                        Decision::<Deposit>refuse);
    }
}

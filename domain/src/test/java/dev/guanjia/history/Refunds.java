package dev.guanjia.history;

import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.Refund;
import dev.guanjia.billing.settlement.SettledPayment;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Money on its way back, which is fetched, or given up when nobody does. */
final class Refunds {

    private final Story story;
    private final Till till;
    private final List<Refund> waiting = new ArrayList<>();

    Refunds(Story story, Till till) {
        this.story = story;
        this.till = till;
    }

    void approve(Move move) {
        if (till.payments.isEmpty()) {
            return;
        }
        SettledPayment payment = till.pick(move);
        Refund.Proposal wanted =
                new Refund.Proposal(
                        story.name("rf"),
                        payment.taken().payment().id(),
                        Refund.Source.values()[move.day() % 2],
                        Money.fen(move.size()),
                        "moved out",
                        Story.CLERK,
                        story.today());
        Decision<Refund> approved =
                payment.proposeRefund(wanted)
                        .fold(refund -> refund.approve(till.approval(move)), Decision::refuse);
        story.decide(move.act(), wanted.toString(), approved, waiting::add);
    }

    /** The payment may have been used, reversed or refunded since. */
    void pay(Move move) {
        approve(new Move(Move.Act.APPROVE_REFUND, move.which(), move.day(), move.size()));
        if (waiting.isEmpty()) {
            return;
        }
        Refund refund = waiting.get(move.which() % waiting.size());
        PaymentMethod method = Till.METHODS[move.day() % Till.METHODS.length];
        story.decide(
                move.act(),
                refund.toString(),
                payment(refund).payOut(refund, method, story.today()),
                event -> {
                    waiting.remove(refund);
                    till.refunded(event);
                });
    }

    /** What is given up is gone from here, and would not be paid out. */
    void cancel(Move move) {
        if (waiting.isEmpty()) {
            return;
        }
        Refund refund = waiting.get(move.which() % waiting.size());
        String why = move.size() % 9 == 0 ? "" : "never fetched";
        Refund.Cancellation given = new Refund.Cancellation(Story.LEADER, why, story.today());
        story.decide(
                move.act(),
                refund.toString(),
                refund.cancel(given),
                cancelled -> {
                    waiting.remove(refund);
                    payment(refund)
                            .payOut(cancelled, PaymentMethod.CASH, story.today())
                            .fold(
                                    event -> {
                                        throw new AssertionError(event + " was given up");
                                    },
                                    reasons -> reasons);
                });
    }

    private SettledPayment payment(Refund refund) {
        return till.payments.values().stream()
                .filter(one -> one.taken().payment().id().equals(refund.proposal().payment()))
                .findFirst()
                .orElseThrow();
    }
}

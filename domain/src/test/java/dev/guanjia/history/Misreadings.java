package dev.guanjia.history;

import dev.guanjia.billing.BoundCharge;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.MeterSpan;
import java.util.List;
import java.util.stream.IntStream;

/** A reading that was billed is found to be wrong: its charge is taken back, and made again. */
record Misreadings(Story story, Village village, Runs runs) {

    /** One of three is left to the next run. */
    void correct(Move move) {
        List<BoundCharge> all = List.copyOf(runs.charges.values());
        int[] metered = IntStream.range(0, all.size()).filter(i -> isMetered(all.get(i))).toArray();
        if (metered.length == 0) {
            return;
        }
        int which = metered[move.which() % metered.length];
        Charge wrong = all.get(which).charge();
        MeterSpan span = LawsOfBilling.spans(wrong).get(0);
        story.did(move.act(), wrong.id() + " " + span);
        village.home(wrong.key().unit()).misread(move, span.closingReading());
        runs.reverse(new Move(Move.Act.REVERSE_CHARGE, which, move.day(), 1));
        if (move.size() % 3 > 0) {
            runs.chargeAgain(new Move(Move.Act.CHARGE_AGAIN, which, move.day(), 4));
        }
    }

    private static boolean isMetered(BoundCharge bound) {
        return bound.reversal() == null && !LawsOfBilling.spans(bound.charge()).isEmpty();
    }
}

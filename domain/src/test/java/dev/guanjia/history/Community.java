package dev.guanjia.history;

import dev.guanjia.property.UnitId;
import java.util.List;

/** A community's registry, bills, till and books, and one move after another. */
final class Community {

    final Story story = new Story();
    private final Village village = new Village(story);
    private final Till till = new Till(story);
    private final Refunds refunds = new Refunds(story, till);
    private final Runs runs = new Runs(story, village, till);
    private final Misreadings misreadings = new Misreadings(story, village, runs);
    private final Favours favours = new Favours(story, till, runs);
    private final Deposits deposits = new Deposits(story, till.journal);
    private final LawsOfMoney money = new LawsOfMoney(till, runs, favours, deposits);

    /** Does it all, and looks after each step. */
    void live(List<Move> moves) {
        try {
            for (Move move : moves) {
                story.next(move.day() % 4);
                act(move);
                look();
            }
            end();
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError(broken + "\nafter\n" + story, broken);
        }
    }

    private void act(Move move) {
        List<Home> homes = village.homes();
        UnitId unit = homes.get(move.which() % homes.size()).unit.id();
        switch (move.act()) {
            case REGISTER -> village.register(move);
            case IMPORT_READINGS_TWICE -> village.importTwice(move);
            case NEW_TARIFF -> village.newTariff(move, runs.standing());
            case SHARE_POOL -> village.share(move, runs.standing());
            case RUN -> runs.run(move);
            case CONFIRM -> runs.confirm(move);
            case CANCEL -> runs.cancel();
            case REVERSE_CHARGE -> runs.reverse(move);
            case CHARGE_AGAIN -> runs.chargeAgain(move);
            case MISREAD -> misreadings.correct(move);
            case PAY -> till.pay(move, unit);
            case USE_PREPAYMENT -> homes.forEach(home -> till.use(move, home.unit.id()));
            case REVERSE_PAYMENT -> till.reverse(move);
            case REFUND -> refunds.pay(move);
            case APPROVE_REFUND -> refunds.approve(move);
            case CANCEL_REFUND -> refunds.cancel(move);
            case WAIVE, DEFER, LATE_CHARGE, WRITE_OFF -> favours.charge(move);
            case RECOVER -> favours.recover(move);
            case TAKE_DEPOSIT -> deposits.take(move, unit);
            case DEDUCT_DEPOSIT -> deposits.deduct(move);
            case REFUND_DEPOSIT -> deposits.refund(move);
            default -> village.home(move);
        }
    }

    private void look() {
        LawsOfBilling.noDayIsChargedTwice(runs.standing());
        LawsOfBilling.noMoreThanThePoolIsCharged(village.shares(), runs.standing());
        village.homes()
                .forEach(
                        home ->
                                LawsOfMeters.of(home, runs.standing())
                                        .nothingMeasuredIsBilledTwice());
        money.hold();
    }

    private void end() {
        LawsOfBilling.tracesRecompute(runs.ever());
        for (Runs.Kept kept : runs.kept) {
            if (LawsOfBilling.replaysTheSame(kept, village.tariffs())) {
                story.replayed++;
            }
        }
    }
}

package dev.guanjia.workorder.paid;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.workorder.Spoken.codes;
import static dev.guanjia.workorder.paid.Paid.LABOUR;
import static dev.guanjia.workorder.paid.Paid.LINES;
import static dev.guanjia.workorder.paid.Paid.TAP;
import static dev.guanjia.workorder.paid.Paid.TERMS;
import static dev.guanjia.workorder.paid.Paid.TOTAL;
import static dev.guanjia.workorder.paid.Paid.UNIT;
import static dev.guanjia.workorder.paid.Paid.UNTIL;
import static dev.guanjia.workorder.paid.Paid.WANG;
import static dev.guanjia.workorder.paid.Paid.after;
import static dev.guanjia.workorder.paid.Paid.consented;
import static dev.guanjia.workorder.paid.Paid.done;
import static dev.guanjia.workorder.paid.Paid.quote;
import static dev.guanjia.workorder.paid.Paid.quoted;
import static dev.guanjia.workorder.paid.Paid.refund;
import static dev.guanjia.workorder.paid.Paid.rejected;
import static dev.guanjia.workorder.paid.Paid.taken;
import static dev.guanjia.workorder.paid.Paid.wang;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.UnitId;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaidWorkTest {

    private static final OwnerId STRANGER = new OwnerId("ow_zhao");

    @Test
    void whatWasConsentedToIsWhatIsCharged() {
        PaidCharge charge = accepted(taken().charge());
        assertThat(charge).isEqualTo(new PaidCharge(UNIT, Money.fen(18_650), LINES));
        PaidWork less = accepted(consented().finish(List.of(LINES.get(0)), after(2)));
        PaidWork accepted = accepted(less.answer(PaidAction.ACCEPT, wang(3)));
        assertThat(accepted(accepted.charge()).amount())
                .as("less work does not change the price agreed")
                .isEqualTo(TOTAL);
    }

    @ParameterizedTest
    @CsvSource({
        "1/3, 100, 33, 33.33 fen rounds down",
        "1/2, 1, 1, half a fen rounds up",
        "3/2, 333, 500, 499.5 fen rounds up",
        "1000, 0, 0, free stays free"
    })
    void aLineIsRoundedOnceHalfUp(String quantity, long price, long amount, String why) {
        String[] parts = (quantity + "/1").split("/");
        Rational exact = Rational.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        assertThat(new PaidLine(LABOUR, exact, Money.fen(price)).amount())
                .as(why)
                .isEqualTo(Money.fen(amount));
    }

    @Test
    void workThatCostsMoreNeedsAnotherConsent() {
        List<PaidLine> more =
                List.of(
                        new PaidLine(LABOUR, Rational.of(3, 2), Money.fen(8_000)),
                        new PaidLine(TAP, Rational.ONE, Money.fen(6_651)));
        Decision<PaidWork> over = consented().finish(more, after(2));
        assertThat(codes(over)).containsExactly("paid-over-consent");
        assertThat(words(over, Language.EN))
                .startsWith("The work costs CNY 186.51, more than the CNY 186.50 consented to.");
        assertThat(words(over, Language.ZH_CN)).contains("CNY 186.51").contains("重新报价");
        PaidWork again = accepted(consented().quote(quote(more, 2)));
        assertThat(again.state()).isEqualTo(PaidState.QUOTED);
        assertThat(codes(again.finish(more, after(3)))).containsExactly("paid-wrong-state");
        PaidWork agreed = accepted(again.consent(wang(3), Money.fen(18_651)));
        PaidWork finished = accepted(agreed.finish(more, after(4)));
        PaidWork accepted = accepted(finished.answer(PaidAction.ACCEPT, wang(5)));
        assertThat(accepted(accepted.charge()).amount()).isEqualTo(Money.fen(18_651));
    }

    @Test
    void onlyTheOwnerAskedCanAnswerAndOnlyInTime() {
        OwnerWord stranger = new OwnerWord(STRANGER, after(1), OwnerWord.Means.PHONE);
        OwnerWord late = new OwnerWord(WANG, UNTIL, OwnerWord.Means.PHONE);
        OwnerWord last = new OwnerWord(WANG, UNTIL.minusMillis(1), OwnerWord.Means.PHONE);
        assertThat(codes(quoted().consent(stranger, TOTAL))).containsExactly("paid-not-the-owner");
        assertThat(codes(quoted().consent(late, TOTAL))).containsExactly("paid-quote-ended");
        assertThat(codes(quoted().consent(last, TOTAL))).isEmpty();
        assertThat(codes(quoted().consent(wang(1), Money.fen(18_649))))
                .containsExactly("paid-other-amount");
        assertThat(codes(quoted().consent(wang(-1), TOTAL)))
                .containsExactly("paid-time-runs-backwards");
        assertThat(codes(done().answer(PaidAction.ACCEPT, stranger)))
                .containsExactly("paid-time-runs-backwards", "paid-not-the-owner");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> quoted().answer(PaidAction.CONSENT, wang(1)));
    }

    private static String legal(Decision<?> refused) {
        return refused.fold(work -> "", reasons -> reasons.get(0).facts().get("legal"));
    }

    @Test
    void aQuoteEndsWhenItSaysAndCanBeMadeAgain() {
        assertThat(codes(quoted().expire(UNTIL.minusMillis(1))))
                .containsExactly("paid-quote-not-ended");
        PaidWork expired = accepted(quoted().expire(UNTIL));
        assertThat(expired.state()).isEqualTo(PaidState.EXPIRED);
        assertThat(accepted(expired.quote(quote(LINES, 200))).state()).isEqualTo(PaidState.QUOTED);
        PaidWork declined = accepted(quoted().answer(PaidAction.DECLINE, wang(1)));
        assertThat(codes(declined.charge())).containsExactly("paid-wrong-state");
        assertThat(legal(quoted().charge())).isEqualTo("QUOTE, CONSENT, DECLINE, EXPIRE");
        assertThat(legal(taken().expire(after(300)))).isEqualTo("-");
        Quote elsewhere = new Quote(new UnitId("un_2"), WANG, LINES, after(9), after(10));
        assertThat(codes(declined.quote(elsewhere))).containsExactly("paid-other-unit");
    }

    @Test
    void workIsListedInTheCurrencyOfTheQuote() {
        Money dollar = Money.parse("1.00", Currency.getInstance("USD"));
        assertThat(codes(consented().finish(List.of(), after(2)))).containsExactly("paid-no-lines");
        assertThat(
                        codes(
                                consented()
                                        .finish(
                                                List.of(new PaidLine(TAP, Rational.ONE, dollar)),
                                                after(2))))
                .containsExactly("paid-other-currency");
    }

    @ParameterizedTest
    @EnumSource(value = PaidTerms.Cover.class, names = "PAID", mode = EnumSource.Mode.EXCLUDE)
    void warrantyAndFreeWorkIsNeverCharged(PaidTerms.Cover cover) {
        PaidWork paid = taken();
        PaidWork other =
                new PaidWork(
                        new PaidTerms(cover, 30),
                        paid.state(),
                        paid.quote(),
                        paid.consent(),
                        paid.done(),
                        paid.since(),
                        List.of());
        assertThat(codes(other.charge())).containsExactly("paid-not-chargeable");
    }

    @Test
    void nothingIsChargedBeforeTheOwnerAccepts() {
        assertThat(codes(done().charge())).containsExactly("paid-wrong-state");
        assertThat(codes(rejected().charge())).containsExactly("paid-wrong-state");
    }

    @Test
    void aQuoteOfFreeItemsIsNoCharge() {
        List<PaidLine> free = List.of(new PaidLine(LABOUR, Rational.ONE, Money.fen(0)));
        PaidWork work = PaidWork.of(TERMS, quote(free, 0));
        work = accepted(work.consent(wang(1), Money.fen(0)));
        work = accepted(work.finish(free, after(2)));
        work = accepted(work.answer(PaidAction.ACCEPT, wang(3)));
        assertThat(codes(work.charge())).containsExactly("paid-nothing-to-charge");
    }

    @Test
    void rejectedWorkIsDoneAgainForTheSamePrice() {
        PaidWork again = accepted(rejected().finish(LINES, after(4)));
        PaidWork accepted = accepted(again.answer(PaidAction.ACCEPT, wang(5)));
        assertThat(accepted(accepted.charge()).amount()).isEqualTo(TOTAL);
    }

    @Test
    void moneyComesBackWhenTheWorkFailsAndNeverMoreThanWasCharged() {
        PaidWork part = accepted(taken().refund(refund(10_000, 4), TOTAL));
        PaidWork whole = accepted(part.refund(refund(8_650, 5), TOTAL));
        assertThat(whole.refunds()).hasSize(2);
        assertThat(codes(whole.refund(refund(1, 6), TOTAL)))
                .containsExactly("paid-refund-over-charge");
        assertThat(codes(part.refund(refund(8_651, 5), TOTAL)))
                .containsExactly("paid-refund-over-charge");
        assertThat(codes(part.refund(refund(1, 3), TOTAL)))
                .containsExactly("paid-time-runs-backwards");
        assertThat(codes(rejected().refund(refund(18_650, 4), TOTAL)))
                .as("paid in advance and not accepted")
                .isEmpty();
    }

    @Test
    void theGuaranteeEndsToTheInstant() {
        Instant end = taken().guaranteedUntil().orElseThrow();
        assertThat(end).isEqualTo(after(3 + 30 * 24));
        Refund last = refund(1, 3 + 30 * 24 - 1);
        assertThat(codes(taken().refund(last, TOTAL))).isEmpty();
        assertThat(codes(taken().refund(refund(1, 3 + 30 * 24), TOTAL)))
                .containsExactly("paid-refund-not-due");
    }

    @Test
    void aRefundNamesItsReasonAndGivesSomethingBack() {
        Refund mute = new Refund(Money.fen(0), " ", refund(1, 4).actor(), after(4));
        assertThat(codes(taken().refund(mute, TOTAL)))
                .containsExactly("paid-refund-without-reason", "paid-refund-not-positive");
        assertThat(codes(done().refund(refund(1, 4), Money.fen(0))))
                .containsExactly("paid-nothing-charged", "paid-refund-not-due");
        Money dollar = Money.parse("1.00", Currency.getInstance("USD"));
        Refund other = new Refund(dollar, "x", refund(1, 4).actor(), after(4));
        assertThat(codes(taken().refund(other, TOTAL))).containsExactly("paid-other-currency");
    }

    @ParameterizedTest
    @EnumSource(PaidState.class)
    void whatTheTableDoesNotListIsRefusedWithWhatItLists(PaidState state) {
        Set<PaidAction> legal =
                switch (state) {
                    case QUOTED ->
                            EnumSet.of(
                                    PaidAction.QUOTE,
                                    PaidAction.CONSENT,
                                    PaidAction.DECLINE,
                                    PaidAction.EXPIRE);
                    case CONSENTED -> EnumSet.of(PaidAction.QUOTE, PaidAction.FINISH);
                    case DECLINED, EXPIRED -> EnumSet.of(PaidAction.QUOTE);
                    case DONE -> EnumSet.of(PaidAction.ACCEPT, PaidAction.REJECT);
                    case REJECTED -> EnumSet.of(PaidAction.FINISH);
                    case ACCEPTED -> EnumSet.noneOf(PaidAction.class);
                };
        PaidWork work = in(state);
        for (PaidAction action : PaidAction.values()) {
            assertThat(codes(attempt(work, action)).contains("paid-wrong-state"))
                    .as("%s in %s", action, state)
                    .isEqualTo(!legal.contains(action));
        }
    }

    @Test
    void workThatContradictsItsStateCannotExist() {
        PaidWork work = done();
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PaidWork(
                                        TERMS,
                                        PaidState.CONSENTED,
                                        work.quote(),
                                        null,
                                        List.of(),
                                        work.since(),
                                        List.of()));
        List<PaidLine> twice = List.of(LINES.get(0), LINES.get(1), LINES.get(1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new PaidWork(
                                        TERMS,
                                        PaidState.DONE,
                                        work.quote(),
                                        work.consent(),
                                        twice,
                                        work.since(),
                                        List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaidCharge(UNIT, Money.fen(1), LINES));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaidLine(TAP, Rational.ZERO, Money.fen(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> quote(List.of(), 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quote(UNIT, WANG, LINES, UNTIL, UNTIL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaidTerms(PaidTerms.Cover.PAID, -1));
    }

    private static PaidWork in(PaidState state) {
        return switch (state) {
            case QUOTED -> quoted();
            case CONSENTED -> consented();
            case DECLINED -> accepted(quoted().answer(PaidAction.DECLINE, wang(1)));
            case EXPIRED -> accepted(quoted().expire(UNTIL));
            case DONE -> done();
            case REJECTED -> rejected();
            case ACCEPTED -> taken();
        };
    }

    private static Decision<PaidWork> attempt(PaidWork work, PaidAction action) {
        return switch (action) {
            case QUOTE -> work.quote(quote(LINES, 300));
            case CONSENT -> work.consent(wang(300), TOTAL);
            case DECLINE, ACCEPT, REJECT -> work.answer(action, wang(300));
            case EXPIRE -> work.expire(after(300));
            case FINISH -> work.finish(LINES, after(300));
        };
    }

    private static String words(Decision<?> decision, Language language) {
        return decision.fold(value -> "", reasons -> Wording.of(reasons.get(0), language));
    }
}

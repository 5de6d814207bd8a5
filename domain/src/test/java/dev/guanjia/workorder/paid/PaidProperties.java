package dev.guanjia.workorder.paid;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.workorder.Spoken.codes;
import static dev.guanjia.workorder.paid.Paid.TAP;
import static dev.guanjia.workorder.paid.Paid.TERMS;
import static dev.guanjia.workorder.paid.Paid.after;
import static dev.guanjia.workorder.paid.Paid.quote;
import static dev.guanjia.workorder.paid.Paid.refund;
import static dev.guanjia.workorder.paid.Paid.wang;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;

/** Money laws of paid work, for random lines and refunds. */
class PaidProperties {

    @Provide
    Arbitrary<List<PaidLine>> lines() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 10_000),
                        Arbitraries.longs().between(1, 1_000),
                        Arbitraries.longs().between(1, 1_000_000))
                .as((n, d, fen) -> new PaidLine(TAP, Rational.of(n, d), Money.fen(fen)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property
    void theTotalIsTheSumOfTheRoundedLinesAndTheChargeIsTheTotal(
            @ForAll("lines") List<PaidLine> lines) {
        BigInteger sum = BigInteger.ZERO;
        for (PaidLine line : lines) {
            // half up: floor((2n + d) / 2d)
            Rational exact = Rational.of(line.price().minorUnits(), 1).times(line.quantity());
            sum =
                    sum.add(
                            exact.numerator()
                                    .multiply(BigInteger.TWO)
                                    .add(exact.denominator())
                                    .divide(exact.denominator().multiply(BigInteger.TWO)));
        }
        Quote quote = quote(lines, 0);
        assertThat(quote.total().minorUnits()).isEqualTo(sum.longValueExact());
        Decision<PaidCharge> charge = taken(lines).charge();
        if (quote.total().isZero()) {
            assertThat(codes(charge)).containsExactly("paid-nothing-to-charge");
        } else {
            assertThat(accepted(charge).amount()).isEqualTo(quote.total());
            assertThat(accepted(charge).lines()).isEqualTo(lines);
        }
    }

    @Property
    void workNeverCostsMoreThanWasConsentedTo(
            @ForAll("lines") List<PaidLine> quoted, @ForAll("lines") List<PaidLine> actual) {
        PaidWork agreed =
                accepted(
                        PaidWork.of(TERMS, quote(quoted, 0))
                                .consent(wang(1), PaidLine.total(quoted)));
        boolean within = PaidLine.total(actual).compareTo(PaidLine.total(quoted)) <= 0;
        Statistics.collect(within ? "within" : "beyond");
        assertThat(codes(agreed.finish(actual, after(2))).isEmpty()).isEqualTo(within);
    }

    @Property
    void refundsNeverAddUpToMoreThanWasCharged(
            @ForAll("lines") List<PaidLine> lines,
            @ForAll List<@LongRange(min = -10, max = 100_000) Long> wishes) {
        PaidWork work = taken(lines);
        Money charged = work.quote().total();
        for (int i = 0; i < wishes.size(); i++) {
            PaidWork before = work;
            work =
                    work.refund(refund(wishes.get(i), 4 + i), charged)
                            .fold(after -> after, refused -> before);
        }
        long given = work.refunds().stream().mapToLong(row -> row.amount().minorUnits()).sum();
        Statistics.collect(given > 0 ? "some" : "none");
        assertThat(given).isBetween(0L, charged.minorUnits());
        assertThat(work.refunds()).allMatch(row -> row.amount().isPositive());
        assertThat(work.state()).isEqualTo(PaidState.ACCEPTED);
    }

    private static PaidWork taken(List<PaidLine> lines) {
        PaidWork work = PaidWork.of(TERMS, quote(lines, 0));
        work = accepted(work.consent(wang(1), PaidLine.total(lines)));
        work = accepted(work.finish(lines, after(2)));
        return accepted(work.answer(PaidAction.ACCEPT, wang(3)));
    }
}

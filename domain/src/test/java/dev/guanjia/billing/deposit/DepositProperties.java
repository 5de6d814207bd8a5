package dev.guanjia.billing.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is tried with a deposit, by whomever, in whatever order. */
class DepositProperties {

    private static final List<Actor> PEOPLE =
            List.of(DepositTest.CASHIER, DepositTest.SERVICE, DepositTest.LEADER);

    /** Something somebody tries. */
    record Attempt(DepositAction action, Actor by, long fen) {}

    @Property
    void whatIsHeldIsWhatCameInLessWhatWentOutAndNeverLessThanNothing(
            @ForAll("attempts") List<Attempt> attempts) {
        Deposit deposit = DepositTest.taken("dp_1", 1_000);
        long kept = 0;
        for (Attempt attempt : attempts) {
            Deposit before = deposit;
            deposit = tried(before, attempt).fold(after -> after, reasons -> before);
            boolean deducted = deposit != before && attempt.action() == DepositAction.DEDUCT;
            kept += deducted ? attempt.fen() : 0;
            boolean refunded = deposit.state() == DepositState.REFUNDED;
            assertThat(deposit.balance())
                    .isEqualTo(Money.fen(refunded ? 0 : 1_000 - kept))
                    .isGreaterThanOrEqualTo(Money.fen(0));
        }
    }

    @Property
    void nothingIsPaidBackBeforeASecondPersonCheckedAndASheetWasSigned(
            @ForAll("attempts") List<Attempt> attempts) {
        Deposit deposit = DepositTest.taken("dp_1", 1_000);
        for (Attempt attempt : attempts) {
            Deposit before = deposit;
            deposit = tried(before, attempt).fold(after -> after, reasons -> before);
        }
        if (deposit.state() == DepositState.REFUNDED) {
            List<DepositEvent> steps =
                    deposit.events().stream().filter(DepositProperties::counts).toList();
            int returns = steps.size() - 4;
            assertThat(returns % 2).isZero();
            steps =
                    Stream.concat(steps.stream().limit(1), steps.stream().skip(1 + returns))
                            .toList();
            assertThat(steps)
                    .extracting(DepositEvent::action)
                    .containsExactly(
                            DepositAction.CHECK,
                            DepositAction.SUMMARISE,
                            DepositAction.SIGN,
                            DepositAction.REFUND);
            assertThat(steps.get(3).by()).isNotEqualTo(steps.get(0).by());
            assertThat(steps.get(2).by()).isNotEqualTo(steps.get(1).by());
        }
    }

    private static boolean counts(DepositEvent event) {
        return event.action() != DepositAction.DEDUCT;
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<Attempt> next =
                Combinators.combine(
                                Arbitraries.of(DepositAction.class),
                                Arbitraries.of(PEOPLE),
                                Arbitraries.longs().between(-100, 1_100))
                        .as(Attempt::new);
        return next.list().ofMinSize(5).ofMaxSize(40);
    }

    private static Decision<Deposit> tried(Deposit deposit, Attempt attempt) {
        Actor by = attempt.by();
        return switch (attempt.action()) {
            case DEDUCT ->
                    deposit.deduct(
                            new DepositDeduction(Money.fen(attempt.fen()), "wall", "letter"),
                            by,
                            DepositTest.DAY);
            case CHECK -> deposit.check(by, DepositTest.DAY);
            case SUMMARISE -> sheet(deposit, by).fold(s -> s.carry(deposit), Decision::refuse);
            case SIGN ->
                    drawn(deposit, by)
                            .sign(by, DepositTest.DAY)
                            .fold(s -> s.carry(deposit), Decision::refuse);
            case RETURN ->
                    drawn(deposit, by)
                            .reject(new DepositSummary.Rejected(by, DepositTest.DAY, "slip"))
                            .fold(s -> s.carry(deposit), Decision::refuse);
            case REFUND -> deposit.refund(deposit.balance(), by, DepositTest.DAY);
        };
    }

    private static Decision<DepositSummary> sheet(Deposit deposit, Actor by) {
        return DepositSummary.of(
                new DepositSummaryId("ds_1"), by, DepositTest.DAY, List.of(deposit));
    }

    /** The sheet that the deposit would be on. */
    private static DepositSummary drawn(Deposit deposit, Actor by) {
        return new DepositSummary(
                new DepositSummaryId("ds_1"),
                deposit.events().isEmpty()
                        ? by
                        : deposit.events().get(deposit.events().size() - 1).by(),
                DepositTest.DAY,
                List.of(new DepositSummary.Line(deposit.taken().id(), deposit.balance())),
                null);
    }
}

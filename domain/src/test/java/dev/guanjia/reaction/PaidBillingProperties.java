package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.AccountCode;
import dev.guanjia.ledger.Balances;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.paid.PaidCharge;
import dev.guanjia.workorder.paid.PaidLine;
import dev.guanjia.workorder.paid.PriceItem;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Paid work in the books: the charge is its lines, and a refund undoes what it gives back. */
class PaidBillingProperties {

    private static final PostingReaction BOOKS =
            new PostingReaction(PostingReaction.standardRules(ChartOfAccounts.load()), Language.EN);
    private static final Label NAME = new Label("工时", "Labour");
    private static final PriceItem ITEM =
            new PriceItem("LABOUR", NAME, PriceItem.Kind.LABOUR, new Label("小时", "hour"));

    @Property
    void theChargeIsTheSumOfItsLinesHoweverTheyWereRounded(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 1, max = 5000) Integer> thirds,
            @ForAll @LongRange(min = 2, max = 99_999) long fen) {
        List<PaidLine> lines = new ArrayList<>();
        for (int third : thirds) {
            lines.add(new PaidLine(ITEM, Rational.of(third + 1, 3), Money.fen(fen)));
        }
        Charge charge = charge(lines);
        Money sum = lines.stream().map(PaidLine::amount).reduce(Money.fen(0), Money::plus);
        assertThat(charge.amount()).isEqualTo(sum).isEqualTo(charge.trace().recompute().gross());
        assertThat(charge.key().order()).isEqualTo("wo_1");
    }

    @Property
    void aRefundTakesBackIncomeAndLeavesTheUnitWithWhatIsStillOwed(
            @ForAll @LongRange(min = 1, max = 99_999) long charged,
            @ForAll @LongRange(min = 0, max = 99_999) long paid,
            @ForAll @LongRange(min = 1, max = 99_999) long refunded,
            @ForAll PaymentMethod method) {
        Money total = Money.fen(charged);
        Money allocated = Money.fen(paid).min(total);
        Money amount = Money.fen(refunded).min(total);
        Money open = total.minus(allocated);
        Charge charge = charge(List.of(new PaidLine(ITEM, Rational.ONE, total)));
        Money out = ChargeRefunded.paidOut(amount, open);
        ChargeRefunded event =
                new ChargeRefunded(
                        "rf_1",
                        charge.key(),
                        ChargeRefunded.taxed(charge.taxed(), Money.fen(0), amount),
                        out,
                        out.isPositive() ? method : null);
        List<JournalEntry> entries =
                List.of(
                        entry(
                                BOOKS.chargeEntered(
                                        new JournalEntryId("je_1"),
                                        ChargeEntered.of(charge),
                                        Settled.DAY)),
                        entry(
                                BOOKS.chargeRefunded(
                                        new JournalEntryId("je_2"), event, Settled.DAY)));
        Balances balances = Balances.of(Money.CNY, entries);
        assertThat(balances.of(new AccountCode("600103"))).isEqualTo(amount.minus(total));
        assertThat(balances.of(new AccountCode("1122")).minus(allocated))
                .isEqualTo(open.minus(amount.min(open)));
    }

    @Property(tries = 1)
    void moneyIsPaidOutSomehowOrNotAtAll() {
        Charge charge = charge(List.of(new PaidLine(ITEM, Rational.ONE, Money.fen(5))));
        assertThatThrownBy(() -> refunded(charge, 5, 5, null)).hasMessageContaining("by null");
        assertThatThrownBy(() -> refunded(charge, 5, 0, PaymentMethod.CASH))
                .hasMessageContaining("by CASH");
        assertThatThrownBy(() -> refunded(charge, 5, 6, PaymentMethod.CASH))
                .hasMessageContaining("refund of");
    }

    private static ChargeRefunded refunded(
            Charge charge, long fen, long out, PaymentMethod method) {
        return new ChargeRefunded(
                "rf_1", charge.key(), Settled.taxed(fen, 0), Money.fen(out), method);
    }

    private static Charge charge(List<PaidLine> lines) {
        PaidCharge paid = new PaidCharge(new UnitId("un_1"), PaidLine.total(lines), lines);
        Payer owner = Payer.owner(new OwnerId("ow_1"));
        return new PaidBilling(new WorkOrderId("wo_1"), owner)
                .charge(new ChargeId("ch_1"), paid, Settled.DAY);
    }

    private static JournalEntry entry(Decision<JournalEntry> decision) {
        return decision.fold(
                entry -> entry,
                reasons -> {
                    throw new AssertionError(reasons);
                });
    }
}

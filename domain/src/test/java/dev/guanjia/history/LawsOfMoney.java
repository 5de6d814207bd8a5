package dev.guanjia.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.deposit.Deposit;
import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.SettledPayment;
import dev.guanjia.billing.writeoff.WriteOff;
import dev.guanjia.ledger.AccountCode;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import java.util.Map;
import java.util.TreeMap;

/** What holds of money, whatever was done before. */
final class LawsOfMoney {

    private final Till till;
    private final Runs runs;
    private final Favours favours;
    private final Deposits deposits;

    LawsOfMoney(Till till, Runs runs, Favours favours, Deposits deposits) {
        this.till = till;
        this.runs = runs;
        this.favours = favours;
        this.deposits = deposits;
    }

    void hold() {
        paymentsAreUsedOnce();
        balancesAreWhatIsOpen();
        booksAgree();
        taxAndOthersMoneyAreOwedOfWhatStands();
    }

    /** Allocations and credit are what was paid in and not given back. */
    private void paymentsAreUsedOnce() {
        Map<ChargeId, Money> allocated = new TreeMap<>();
        Map<UnitId, Money> left = new TreeMap<>();
        Money in = Till.NONE;
        for (SettledPayment payment : till.payments.values()) {
            for (Allocation part : payment.standing()) {
                allocated.merge(part.charge(), part.amount(), Money::plus);
            }
            left.merge(payment.taken().payment().unit(), payment.left(), Money::plus);
            assertThat(payment.left().isNegative()).as(payment.toString()).isFalse();
            if (payment.reversal() == null) {
                in = in.plus(payment.taken().payment().amount()).minus(payment.refunded());
            }
        }
        assertThat(withoutNone(allocated)).isEqualTo(withoutNone(till.paid));
        assertThat(withoutNone(left)).isEqualTo(withoutNone(till.ahead));
        assertThat(sum(till.paid).plus(sum(till.ahead))).as("allocations + credit").isEqualTo(in);
    }

    /** Charges less what was paid, waived and lost for good; nothing of what was reversed. */
    private void balancesAreWhatIsOpen() {
        Map<Payer, Money> balances = new TreeMap<>();
        Map<Payer, Money> open = new TreeMap<>();
        Map<ChargeId, Money> lost = new TreeMap<>();
        for (WriteOff writeOff : favours.lost) {
            lost.merge(writeOff.proposal().charge(), writeOff.standing(), Money::plus);
        }
        for (Charge charge : runs.live()) {
            Money balance =
                    charge.amount()
                            .minus(till.paid.getOrDefault(charge.id(), Till.NONE))
                            .minus(favours.waived.getOrDefault(charge.id(), Till.NONE))
                            .minus(lost.getOrDefault(charge.id(), Till.NONE));
            assertThat(balance.isNegative()).as("%s is overpaid", charge.id()).isFalse();
            balances.merge(charge.payer(), balance, Money::plus);
        }
        for (Charge charge : till.charges.values()) {
            Money is = till.open(charge.id());
            open.merge(charge.payer(), is, Money::plus);
            if (runs.charges.get(charge.id()).reversal() != null) {
                assertThat(is).as("open of reversed %s", charge.id()).isEqualTo(Till.NONE);
            }
        }
        assertThat(withoutNone(open)).isEqualTo(withoutNone(balances));
    }

    private void booksAgree() {
        Map<UnitId, Money> owed = new TreeMap<>();
        till.charges
                .values()
                .forEach(one -> owed.merge(one.key().unit(), till.open(one.id()), Money::plus));
        Map<UnitId, Money> held = new TreeMap<>();
        for (Deposit deposit : deposits.all) {
            held.merge(deposit.taken().unit(), deposit.balance(), Money::plus);
        }
        assertThat(withoutNone(held)).isEqualTo(withoutNone(new TreeMap<>(deposits.held)));
        assertThat(booked(Journal.RECEIVABLE, false)).isEqualTo(withoutNone(owed));
        assertThat(booked(Journal.ADVANCES, true)).isEqualTo(withoutNone(till.ahead));
        assertThat(booked(Journal.HELD, true)).isEqualTo(withoutNone(held));
        assertThat(till.journal.agrees(sum(owed), sum(till.ahead), sum(held)))
                .as("control accounts")
                .isTrue();
    }

    /** The tax of the company's own fees, and all of those that it collects on behalf. */
    private void taxAndOthersMoneyAreOwedOfWhatStands() {
        Money tax = Till.NONE;
        Money others = Till.NONE;
        for (Charge charge : runs.live()) {
            if (charge.key().feeItem().equals(Prices.ON_BEHALF)) {
                others = others.plus(charge.amount());
            } else {
                tax = tax.plus(charge.taxed().tax());
            }
        }
        assertThat(till.journal.balances().of(Journal.TAX)).isEqualTo(tax.negated());
        assertThat(till.journal.balances().of(Journal.ON_BEHALF)).isEqualTo(others.negated());
    }

    private Map<UnitId, Money> booked(AccountCode account, boolean credit) {
        Map<UnitId, Money> booked = new TreeMap<>();
        till.journal
                .balances()
                .subLedger(account)
                .forEach((unit, sum) -> booked.put(new UnitId(unit), credit ? sum.negated() : sum));
        return withoutNone(booked);
    }

    private static <K> Map<K, Money> withoutNone(Map<K, Money> sums) {
        Map<K, Money> some = new TreeMap<>(sums);
        some.values().removeIf(Money::isZero);
        return some;
    }

    private static Money sum(Map<?, Money> sums) {
        return sums.values().stream().reduce(Till.NONE, Money::plus);
    }
}

package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.AccountCode;
import dev.guanjia.ledger.AccountingPeriod;
import dev.guanjia.ledger.Balances;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.TrialBalance;
import dev.guanjia.money.Money;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** One unit's month: charges, one payment, one waiver; the books must follow billing to the fen. */
class PostingProperties {

    private static final ChartOfAccounts CHART = ChartOfAccounts.load();
    private static final PostingReaction BOOKS =
            new PostingReaction(
                    PostingReaction.standardRules(CHART)
                            .withKinds(Map.of("GRID_POWER", "ON_BEHALF")),
                    Language.EN);
    private static final List<String> ITEMS =
            List.of("PROPERTY_SERVICE", "SECONDARY_WATER", "GRID_POWER");
    private static final AccountCode RECEIVABLE = new AccountCode("1122");
    private static final AccountCode ADVANCES = new AccountCode("2203");
    private static final AccountCode DEPOSITS = new AccountCode("224101");
    private static final AccountCode TAX = new AccountCode("222101");
    private static final AccountCode ON_BEHALF = new AccountCode("224102");
    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    @Property
    void theBooksFollowBillingAndTheMonthCanBeClosed(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 1_000_000) Integer> fen,
            @ForAll @LongRange(min = 1, max = 5_000_000) long paid,
            @ForAll PaymentMethod method) {
        List<ChargeEntered> charges = charges(fen);
        PaymentTaken taken = Settled.payment(paid, method, charges);
        List<JournalEntry> entries = new ArrayList<>();
        for (ChargeEntered charge : charges) {
            entries.add(entry(BOOKS.chargeEntered(id(entries), charge, Settled.DAY)));
        }
        entries.add(entry(BOOKS.paymentTaken(id(entries), taken, Settled.DAY)));
        Money owed = sum(charges).minus(taken.allocated());
        if (owed.isPositive()) {
            entries.add(
                    entry(
                            BOOKS.waiverPosted(
                                    id(entries), Settled.waiver(charges.get(0), 1), Settled.DAY)));
            owed = owed.minus(Money.fen(1));
        }
        assertThat(Balances.of(Money.CNY, entries).of(RECEIVABLE)).isEqualTo(owed);
        assertThat(closes(entries, owed, taken.prepayment().negated())).isTrue();
        assertThat(closes(entries, owed.plus(Money.fen(1)), taken.prepayment().negated()))
                .isFalse();
    }

    /** Some charges are waived in part, and all but a few taken back after that. */
    @Property
    void taxAndWhatIsCollectedOnBehalfAreThatOfTheChargesThatStand(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 5_000) Integer> fen,
            @ForAll @IntRange(max = 5_000) int waived,
            @ForAll @IntRange(min = 1, max = 4) int standing) {
        List<JournalEntry> entries = new ArrayList<>();
        Money tax = Money.fen(0);
        Money others = Money.fen(0);
        Money owed = Money.fen(0);
        List<ChargeEntered> charges = charges(fen);
        for (int i = 0; i < charges.size(); i++) {
            ChargeEntered charge = charges.get(i);
            entries.add(entry(BOOKS.chargeEntered(id(entries), charge, Settled.DAY)));
            Money open = charge.amount();
            if (waived > 0) {
                long less = Math.min(waived, open.minorUnits());
                open = open.minus(Money.fen(less));
                entries.add(
                        entry(
                                BOOKS.waiverPosted(
                                        id(entries), Settled.waiver(charge, less), Settled.DAY)));
            }
            if (i % standing > 0) {
                takenBack(entries, charge, open);
            } else if (charge.key().feeItem().value().equals("GRID_POWER")) {
                others = others.plus(charge.amount());
                owed = owed.plus(open);
            } else {
                tax = tax.plus(charge.taxed().tax());
                owed = owed.plus(open);
            }
        }
        Balances balances = Balances.of(Money.CNY, entries);
        assertThat(balances.of(TAX)).isEqualTo(tax.negated());
        assertThat(balances.of(ON_BEHALF)).isEqualTo(others.negated());
        assertThat(balances.of(RECEIVABLE)).isEqualTo(owed);
        assertThat(closes(entries, owed, Money.fen(0))).isTrue();
    }

    private static void takenBack(List<JournalEntry> entries, ChargeEntered charge, Money open) {
        ChargeTakenBack event =
                new ChargeTakenBack(
                        Settled.reversal(charge), charge.key(), charge.taxed(), open, Map.of());
        BOOKS.chargeReversed(id(entries), event)
                .fold(
                        entry -> {
                            entry.ifPresent(entries::add);
                            return true;
                        },
                        reasons -> {
                            throw new AssertionError(reasons);
                        });
    }

    private static boolean closes(List<JournalEntry> entries, Money owed, Money advances) {
        TrialBalance books = TrialBalance.of(CHART, Money.CNY, DateRange.of(MARCH), entries);
        return AccountingPeriod.open(MARCH)
                .close(
                        books,
                        books.controlChecks(
                                Map.of(
                                        RECEIVABLE, owed,
                                        ADVANCES, advances,
                                        DEPOSITS, Money.fen(0))),
                        null)
                .fold(period -> true, reasons -> false);
    }

    private static List<ChargeEntered> charges(List<Integer> fen) {
        List<ChargeEntered> charges = new ArrayList<>();
        for (int amount : fen) {
            String item = ITEMS.get(charges.size() % ITEMS.size());
            ChargeKey key = Settled.key("un_1", item);
            int tax = amount * (charges.size() % 3) / 10;
            charges.add(
                    Settled.charge("ch_" + charges.size(), key, Settled.taxed(amount - tax, tax)));
        }
        return charges;
    }

    private static Money sum(List<ChargeEntered> charges) {
        return charges.stream().map(ChargeEntered::amount).reduce(Money.fen(0), Money::plus);
    }

    private static JournalEntryId id(List<JournalEntry> entries) {
        return new JournalEntryId("je_" + entries.size());
    }

    private static JournalEntry entry(Decision<JournalEntry> decision) {
        return decision.fold(
                entry -> entry,
                reasons -> {
                    throw new AssertionError(reasons);
                });
    }
}

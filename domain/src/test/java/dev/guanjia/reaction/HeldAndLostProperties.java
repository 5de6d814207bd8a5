package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.deposit.Deposit;
import dev.guanjia.billing.deposit.DepositAction;
import dev.guanjia.billing.deposit.DepositDeduction;
import dev.guanjia.billing.deposit.DepositEvent;
import dev.guanjia.billing.deposit.DepositId;
import dev.guanjia.billing.deposit.DepositKind;
import dev.guanjia.billing.deposit.DepositTaken;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.writeoff.Recovery;
import dev.guanjia.billing.writeoff.WriteOff;
import dev.guanjia.billing.writeoff.WriteOffApproval;
import dev.guanjia.billing.writeoff.WriteOffGrounds;
import dev.guanjia.billing.writeoff.WriteOffId;
import dev.guanjia.billing.writeoff.WriteOffProposal;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.AccountCode;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Deposits, debts given up and debts recovered, and the books beside them, after every step. */
class HeldAndLostProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final PostingRules RULES = PostingReaction.standardRules(ChartOfAccounts.load());
    private static final DepositPosting DEPOSITS = new DepositPosting(RULES, Language.EN);
    private static final WriteOffPosting WRITE_OFFS = new WriteOffPosting(RULES, Language.EN);
    private static final PostingReaction CHARGES = new PostingReaction(RULES, Language.EN);
    private static final AccountCode RECEIVABLE = new AccountCode("1122");
    private static final AccountCode HELD = new AccountCode("224101");
    private static final List<String> ITEMS =
            List.of("PROPERTY_SERVICE", "SECONDARY_WATER", "PAID_SERVICE");

    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Deposit> deposits = new ArrayList<>();
    private final List<WriteOff> lost = new ArrayList<>();
    private final List<ChargeEntered> charges = new ArrayList<>();

    @Property(tries = 200)
    void theSubLedgersAreTheControlAccountsAfterEveryStep(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int steps) {
        Random random = new Random(seed);
        for (int step = 0; step < steps; step++) {
            step(random);
            for (String unit : List.of("un_1", "un_2")) {
                assertThat(booked(HELD, unit).negated()).isEqualTo(held(unit));
                assertThat(booked(RECEIVABLE, unit)).isEqualTo(owed(unit));
            }
        }
    }

    private void step(Random random) {
        Money amount = Money.fen(1 + random.nextInt(1_000));
        int kind = random.nextInt(5);
        if (kind == 0) {
            take(random, amount);
        } else if (kind == 1) {
            writeOff(random, amount);
        } else if (kind == 2 && !deposits.isEmpty()) {
            deduct(random.nextInt(deposits.size()), amount);
        } else if (kind == 3 && !deposits.isEmpty()) {
            refund(random.nextInt(deposits.size()));
        } else if (!lost.isEmpty()) {
            recover(random.nextInt(lost.size()), amount);
        }
    }

    private void take(Random random, Money amount) {
        PaymentMethod[] methods = PaymentMethod.values();
        DepositTaken taken =
                new DepositTaken(
                        new DepositId("dp_" + deposits.size()),
                        DepositKind.standard().get(random.nextInt(3)),
                        new UnitId("un_" + (1 + random.nextInt(2))),
                        amount,
                        "r" + deposits.size(),
                        actor("sf_1"),
                        DAY);
        deposits.add(accepted(taken.take(Set.of())));
        add(DEPOSITS.taken(id(), taken, methods[random.nextInt(methods.length)]));
    }

    private void deduct(int index, Money amount) {
        deposits.get(index)
                .deduct(new DepositDeduction(amount, "wall", "letter"), actor("sf_2"), DAY)
                .fold(
                        after -> {
                            deposits.set(index, after);
                            add(DEPOSITS.deducted(id(), after));
                            return after;
                        },
                        reasons -> deposits.get(index));
    }

    private void refund(int index) {
        Deposit deposit = deposits.get(index);
        if (deposit.balance().isZero() || isPaidBack(deposit)) {
            return;
        }
        List<DepositEvent> events = new ArrayList<>(deposit.events());
        for (DepositAction action :
                List.of(DepositAction.CHECK, DepositAction.SUMMARISE, DepositAction.SIGN)) {
            events.add(new DepositEvent(action, actor("sf_3"), DAY, Money.fen(0), "", ""));
        }
        Deposit signed = new Deposit(deposit.taken(), events);
        Deposit after = accepted(signed.refund(signed.balance(), actor("sf_4"), DAY));
        deposits.set(index, after);
        add(DEPOSITS.refunded(id(), after, PaymentMethod.BANK));
    }

    private static boolean isPaidBack(Deposit deposit) {
        return deposit.events().stream().anyMatch(event -> event.action() == DepositAction.REFUND);
    }

    private void writeOff(Random random, Money amount) {
        String unit = "un_" + (1 + random.nextInt(2));
        String name = "ch_" + charges.size();
        long fen = amount.minorUnits() + random.nextInt(500);
        String item = ITEMS.get(random.nextInt(ITEMS.size()));
        ChargeEntered charge = Settled.charge(name, Settled.key(unit, item), fen);
        charges.add(charge);
        add(CHARGES.chargeEntered(id(), charge, DAY));
        WriteOffProposal proposal =
                new WriteOffProposal(
                        new WriteOffId("wf_" + lost.size()),
                        new ChargeId(name),
                        amount,
                        new WriteOffGrounds("gone", List.of("court")),
                        actor("sf_1"),
                        DAY);
        WriteOff proposed = accepted(proposal.propose(charge.amount()));
        WriteOffApproval approval = new WriteOffApproval(actor("sf_2"), DAY, "AUT-20.3");
        WriteOff posted = accepted(accepted(proposed.approve(approval)).post(charge.amount(), DAY));
        lost.add(posted);
        add(WRITE_OFFS.posted(id(), posted, charge.key()));
    }

    private void recover(int index, Money amount) {
        WriteOff before = lost.get(index);
        WriteOff after =
                before.recover(new Recovery("bank 7", amount, DAY))
                        .fold(recovered -> recovered, reasons -> before);
        if (after != before) {
            lost.set(index, after);
            add(WRITE_OFFS.recovered(id(), after, charges.get(index).key()));
        }
    }

    private Money held(String unit) {
        return deposits.stream()
                .filter(deposit -> deposit.taken().unit().value().equals(unit))
                .map(Deposit::balance)
                .reduce(Money.fen(0), Money::plus);
    }

    private Money owed(String unit) {
        Money owed = Money.fen(0);
        for (int i = 0; i < charges.size(); i++) {
            if (charges.get(i).key().unit().value().equals(unit)) {
                owed = owed.plus(charges.get(i).amount()).minus(lost.get(i).standing());
            }
        }
        return owed;
    }

    private Money booked(AccountCode account, String unit) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account().code().equals(account))
                .filter(line -> unit.equals(line.counterparty()))
                .map(line -> line.signed())
                .reduce(Money.fen(0), Money::plus);
    }

    private void add(Decision<JournalEntry> entry) {
        entries.add(accepted(entry));
    }

    private JournalEntryId id() {
        return new JournalEntryId("je_" + entries.size());
    }

    private static Actor actor(String staff) {
        return new Actor(new StaffId(staff), new PostKey("STEWARD"), "v1");
    }

    private static <T> T accepted(Decision<T> decision) {
        return decision.fold(
                value -> value,
                reasons -> {
                    throw new AssertionError(reasons);
                });
    }
}

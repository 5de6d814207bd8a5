package dev.guanjia.ledger;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A month of the books. Source: requirements P-LEDGER, month end.
 *
 * @param month which month
 * @param state whether it may still be posted to
 */
public record AccountingPeriod(YearMonth month, PeriodState state) {

    /** The moves of a month: from open to closed, never back. */
    public static final TransitionTable<PeriodState, PeriodAction> LIFECYCLE =
            TransitionTable.starting(PeriodState.class, PeriodAction.class, PeriodState.OPEN)
                    .move(PeriodState.OPEN, PeriodAction.CLOSE, PeriodState.CLOSED)
                    .build();

    /**
     * A month that takes entries.
     *
     * @param month which month
     * @return the period
     */
    public static AccountingPeriod open(YearMonth month) {
        return new AccountingPeriod(month, PeriodState.OPEN);
    }

    /**
     * Decides whether an entry may be posted.
     *
     * @param entry with a day of this month
     * @return the entry, or {@link LedgerRefusal#PERIOD_CLOSED}
     * @throws IllegalArgumentException if the entry belongs to another month
     */
    public Decision<JournalEntry> post(JournalEntry entry) {
        if (!YearMonth.from(entry.postedOn()).equals(month)) {
            throw new IllegalArgumentException(
                    "entry of " + entry.postedOn() + " is not of " + month);
        }
        return takesEntries().fold(open -> Decision.accept(entry), Decision::refuse);
    }

    /**
     * Decides whether anything may be posted.
     *
     * @return this month, or {@link LedgerRefusal#PERIOD_CLOSED}
     */
    public Decision<AccountingPeriod> takesEntries() {
        return state == PeriodState.CLOSED
                ? Decision.refuse(List.of(closed()))
                : Decision.accept(this);
    }

    /**
     * Decides whether the month may be closed: the books balance, every sub-ledger agrees with its
     * control account, and nothing before is open.
     *
     * @param trialBalance of this month
     * @param controls one check per control account of the trial balance, at its closing balance
     * @param earlierOpen an earlier month that has entries and is open, if there is one
     * @return the closed month, or every reason against it
     * @throws IllegalArgumentException if a control account is not checked
     */
    public Decision<AccountingPeriod> close(
            TrialBalance trialBalance,
            List<ControlCheck> controls,
            @Nullable YearMonth earlierOpen) {
        requireChecked(trialBalance, controls);
        Optional<PeriodState> next = LIFECYCLE.next(state, PeriodAction.CLOSE);
        if (next.isEmpty()) {
            return Decision.refuse(List.of(closed()));
        }
        List<Refusal> reasons = new ArrayList<>();
        if (earlierOpen != null) {
            reasons.add(earlier(earlierOpen));
        }
        if (!trialBalance.isBalanced()) {
            reasons.add(unbalanced(trialBalance));
        }
        controls.stream()
                .filter(check -> !check.agrees())
                .map(AccountingPeriod::differs)
                .forEach(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new AccountingPeriod(month, next.get()))
                : Decision.refuse(reasons);
    }

    private static void requireChecked(TrialBalance trialBalance, List<ControlCheck> controls) {
        for (TrialBalance.Line line : trialBalance.lines()) {
            boolean isChecked =
                    controls.stream()
                            .filter(check -> check.account().equals(line.account().code()))
                            .anyMatch(check -> check.control().equals(line.movement().closing()));
            if (line.account().isControl() && !isChecked) {
                throw new IllegalArgumentException(
                        "control account not checked: " + line.account().code());
            }
        }
    }

    private Refusal closed() {
        return LedgerRefusal.PERIOD_CLOSED.with(facts());
    }

    private Refusal earlier(YearMonth earlierOpen) {
        Map<String, String> facts = facts();
        facts.put("earlier", earlierOpen.toString());
        return LedgerRefusal.EARLIER_PERIOD_OPEN.with(facts);
    }

    private Refusal unbalanced(TrialBalance trialBalance) {
        Map<String, String> facts = facts();
        facts.put("debit", trialBalance.totalDebit().toString());
        facts.put("credit", trialBalance.totalCredit().toString());
        facts.put("opening", trialBalance.totalOpening().toString());
        return LedgerRefusal.TRIAL_BALANCE_UNBALANCED.with(facts);
    }

    private static Refusal differs(ControlCheck check) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("account", check.account().value());
        facts.put("control", check.control().toString());
        facts.put("sub_ledger", check.subLedger().toString());
        return LedgerRefusal.CONTROL_ACCOUNT_DIFFERS.with(facts);
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("period", month.toString());
        return facts;
    }
}

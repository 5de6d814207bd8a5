package dev.guanjia.server.application;

import dev.guanjia.ledger.AccountingPeriod;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.JournalStore;
import dev.guanjia.server.store.PeriodStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Posts to the books: the one way in. */
@Service
public class Journal {

    private final PeriodStore periods;
    private final JournalStore journal;
    private final Clock clock;

    Journal(PeriodStore periods, JournalStore journal, Clock clock) {
        this.periods = periods;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Keeps a month from being closed until the transaction ends.
     *
     * @param caller who will post
     * @param month which
     * @return the month, which takes entries
     * @throws Refused 409 {@code period-closed} if it is closed
     */
    public AccountingPeriod require(Caller caller, YearMonth month) {
        return Refused.unlessAccepted(
                periods.lockForPosting(caller.tenant(), month).period().takesEntries());
    }

    /**
     * Waits for the month of a day, for a command that locks rows which come after the month before
     * it knows whether it posts.
     *
     * @param caller who causes entries
     * @param day the accounting day
     */
    public void await(Caller caller, LocalDate day) {
        periods.lockForPosting(caller.tenant(), YearMonth.from(day));
    }

    /**
     * Posts entries in the transaction of the command that caused them.
     *
     * @param caller who causes them
     * @param entries one per document; a document that was posted before is a fault of ours
     * @throws Refused 409 {@code period-closed} if a month of theirs is closed
     */
    public void post(Caller caller, List<JournalEntry> entries) {
        Map<YearMonth, AccountingPeriod> months = new TreeMap<>();
        for (JournalEntry entry : entries) {
            AccountingPeriod period =
                    months.computeIfAbsent(
                            YearMonth.from(entry.postedOn()), month -> require(caller, month));
            Refused.unlessAccepted(period.post(entry));
        }
        journal.add(
                new JournalStore.Recording(caller.tenant(), caller.staffId(), clock.instant()),
                entries);
    }
}

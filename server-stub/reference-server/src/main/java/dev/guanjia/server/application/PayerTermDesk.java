package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.payer.PayerBook;
import dev.guanjia.billing.payer.PayerTerm;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.tenure.Stretch;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.PayerTermStore;
import dev.guanjia.server.store.PayerTermStore.TermRow;
import dev.guanjia.server.store.UnitFactEntryStore.Entered;
import dev.guanjia.server.store.UnitFactHistoryStore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who pays which fee of a unit, from when to when. */
@Service
public class PayerTermDesk {

    private static final int MOST_DAYS = 3660;

    private final Clerk clerk;
    private final BillingLocks locks;
    private final Payers payers;
    private final UnitFactHistoryStore histories;
    private final PayerTermStore terms;
    private final CompanyFeeItems company;
    private final Snapshot snapshot;

    PayerTermDesk(
            Clerk clerk,
            BillingLocks locks,
            Payers payers,
            UnitFactHistoryStore histories,
            PayerTermStore terms,
            CompanyFeeItems company,
            Snapshot snapshot) {
        this.clerk = clerk;
        this.locks = locks;
        this.payers = payers;
        this.histories = histories;
        this.terms = terms;
        this.company = company;
        this.snapshot = snapshot;
    }

    /**
     * A term as it was given.
     *
     * @param feeItem which fee; null for every one without a term of its own
     * @param payer who pays
     * @param from the first day
     * @param until the day after the last; null while the end is open
     * @param note what it is agreed by; null for nothing
     */
    public record Draft(
            @Nullable String feeItem,
            Named payer,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String note) {}

    /**
     * A payer as given.
     *
     * @param kind in which register
     * @param id which one there
     */
    public record Named(String kind, String id) {}

    /**
     * Days of which is asked.
     *
     * @param from the first
     * @param until the day after the last
     */
    public record Asked(LocalDate from, LocalDate until) {}

    /**
     * Agrees on a term; the same again is the same term.
     *
     * @param caller who asks
     * @param unitId of which unit
     * @param draft what
     * @return the term that stands
     */
    public TermRow create(Caller caller, String unitId, Draft draft) {
        clerk.admit(caller, "create-payer-term", unitId);
        PayerBook book = locked(caller, new UnitId(unitId));
        PayerTerm term = read(caller, book.unit(), draft);
        PayerBook agreed = Refused.unlessAccepted(book.add(term), reason -> "/from");
        if (!agreed.equals(book)) {
            Entered entered = new Entered(clerk.now(), caller.staffId(), draft.note());
            terms.add(caller.tenant(), Ids.next("pt"), term, entered);
        }
        TermRow row =
                terms.ofUnits(caller.tenant(), List.of(book.unit())).stream()
                        .filter(standing -> standing.term().equals(term))
                        .findFirst()
                        .orElseThrow();
        clerk.done(
                caller,
                "create-payer-term",
                row.id(),
                Map.of("unit_id", unitId, "payer", term.payer().toString()));
        return row;
    }

    private PayerTerm read(Caller caller, UnitId unit, Draft draft) {
        Given given = new Given();
        List<FeeItem> items = company.of(caller.tenant()).items();
        Optional<FeeItemId> item =
                Optional.ofNullable(draft.feeItem())
                        .flatMap(feeItem -> given.feeItem("/fee_item", feeItem, items));
        Optional<Payer> payer = payers.read(caller, given, draft.payer());
        given.day("/from", draft.from());
        range(given, "/until", draft.from(), draft.until());
        if (draft.note() != null) {
            given.text("/note", draft.note());
        }
        given.end();
        return new PayerTerm(
                unit, item.orElse(null), payer.orElseThrow(), draft.from(), draft.until());
    }

    /**
     * Ends a term earlier than it did, or withdraws it.
     *
     * @param caller who asks
     * @param id the term
     * @param until the first day that is no longer paid for; its first day withdraws it
     * @param note why; null for nothing
     * @return the term as it stands
     */
    public TermRow end(Caller caller, String id, LocalDate until, @Nullable String note) {
        clerk.admit(caller, "end-payer-term", id);
        UnitId unit = find(caller, id).term().unit();
        PayerBook book = locked(caller, unit);
        Given given = new Given();
        given.day("/until", until);
        if (note != null) {
            given.text("/note", note);
        }
        given.end();
        PayerTerm term = find(caller, id).term();
        Refused.unlessAccepted(book.end(term, until), reason -> "/until");
        terms.end(caller.tenant(), id, until, new Entered(clerk.now(), caller.staffId(), note));
        clerk.done(caller, "end-payer-term", id, Map.of("until", until.toString()));
        return find(caller, id);
    }

    private TermRow find(Caller caller, String id) {
        return terms.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists the terms of a unit in the order in which they were entered.
     *
     * @param caller who asks
     * @param unitId the unit
     * @param request which page
     * @return the page
     */
    public Page<TermRow> list(Caller caller, String unitId, PageRequest request) {
        UnitId unit = new UnitId(unitId);
        history(caller, unit);
        return terms.list(caller.tenant(), unit, request);
    }

    /**
     * Tells who pays a fee.
     *
     * @param caller who asks
     * @param unitId of which unit
     * @param feeItem which fee
     * @param days of which days
     * @return the days in pieces, in order, without gap or overlap
     */
    public List<Stretch<Payer>> payers(Caller caller, String unitId, String feeItem, Asked days) {
        PayerBook book = snapshot.read(() -> book(caller, new UnitId(unitId)));
        Given given = new Given();
        Optional<FeeItemId> item =
                given.feeItem("fee_item", feeItem, company.of(caller.tenant()).items());
        given.day("from", days.from());
        range(given, "until", days.from(), days.until());
        if (ChronoUnit.DAYS.between(days.from(), days.until()) > MOST_DAYS) {
            String expected = "at most " + MOST_DAYS + " days after " + days.from();
            given.wrong("until", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        given.end();
        DateRange range = new DateRange(days.from(), days.until());
        return Refused.unlessAccepted(book.payers(item.orElseThrow(), range));
    }

    private static void range(Given given, String at, LocalDate from, @Nullable LocalDate until) {
        if (until != null && given.day(at, until).isPresent() && !until.isAfter(from)) {
            given.wrong(at, FieldCode.OUT_OF_RANGE, "expected", "after " + from);
        }
    }

    private PayerBook locked(Caller caller, UnitId unit) {
        if (!locks.unit(caller.tenant(), unit.value())) {
            throw Fault.notFound(unit.value());
        }
        return book(caller, unit);
    }

    private PayerBook book(Caller caller, UnitId unit) {
        Map<UnitId, UnitHistory> history = Map.of(unit, history(caller, unit));
        return terms.books(caller.tenant(), history).values().iterator().next();
    }

    private UnitHistory history(Caller caller, UnitId unit) {
        return histories
                .history(caller.tenant(), unit)
                .orElseThrow(() -> Fault.notFound(unit.value()));
    }
}

package dev.guanjia.server.application;

import dev.guanjia.billing.deposit.Deposit;
import dev.guanjia.billing.deposit.DepositId;
import dev.guanjia.billing.deposit.DepositKind;
import dev.guanjia.billing.deposit.DepositRefusal;
import dev.guanjia.billing.deposit.DepositState;
import dev.guanjia.billing.deposit.DepositTaken;
import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.DepositBalanceStore;
import dev.guanjia.server.store.DepositBalanceStore.Balance;
import dev.guanjia.server.store.DepositStore;
import dev.guanjia.server.store.DepositStore.DepositRow;
import dev.guanjia.server.store.DepositStore.Filter;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Takes deposits, and tells what is held. */
@Service
public class DepositDesk {

    private static final String COMMAND = "create-deposit";

    private final Clerk clerk;
    private final BusinessTime times;
    private final BillingLocks locks;
    private final DepositStore deposits;
    private final DepositBalanceStore balances;
    private final HeldPostings postings;
    private final Takings takings;

    DepositDesk(
            Clerk clerk,
            BusinessTime times,
            BillingLocks locks,
            DepositStore deposits,
            DepositBalanceStore balances,
            HeldPostings postings,
            Takings takings) {
        this.clerk = clerk;
        this.times = times;
        this.locks = locks;
        this.deposits = deposits;
        this.balances = balances;
        this.postings = postings;
        this.takings = takings;
    }

    /**
     * Money as it was given.
     *
     * @param unitId for which unit
     * @param kind what it is held for
     * @param amount how much, in major units
     * @param currency of what
     * @param method how it came
     * @param receipt the number of its receipt
     * @param takenOn the day
     */
    public record Draft(
            String unitId,
            String kind,
            String amount,
            String currency,
            String method,
            String receipt,
            LocalDate takenOn) {}

    /** The fields that are types of the domain. */
    private record Read(DepositKind kind, Money amount, PaymentMethod method) {}

    /**
     * Takes a deposit.
     *
     * @param caller who takes it
     * @param draft the money
     * @return the deposit
     */
    public DepositRow create(Caller caller, Draft draft) {
        clerk.admit(caller, COMMAND, draft.unitId());
        Read read = read(caller, draft);
        times.require(draft.takenOn());
        BookMoney.require(read.amount());
        DepositTaken taken =
                new DepositTaken(
                        new DepositId(Ids.next("yj")),
                        read.kind(),
                        new UnitId(draft.unitId()),
                        read.amount(),
                        draft.receipt(),
                        clerk.actor(caller),
                        draft.takenOn());
        boolean used = deposits.isUsed(caller.tenant(), draft.receipt());
        Deposit deposit =
                Refused.unlessAccepted(
                        taken.take(used ? Set.of(draft.receipt()) : Set.of()),
                        Map.of(DepositRefusal.DEPOSIT_RECEIPT_USED, "/receipt_no"));
        keep(caller, deposit, read.method());
        return get(caller, taken.id().value());
    }

    private void keep(Caller caller, Deposit deposit, PaymentMethod method) {
        DepositTaken taken = deposit.taken();
        if (!deposits.add(caller.tenant(), deposit, method, clerk.now())) {
            throw Refused.because(
                    List.of(
                            DepositRefusal.DEPOSIT_RECEIPT_USED.because(
                                    "receipt", taken.receipt())));
        }
        postings.taken(caller, deposit, method);
        String id = taken.id().value();
        takings.add(
                caller, new Taking(Taking.Kind.DEPOSIT, id, method, taken.amount()), taken.on());
        Map<String, String> facts =
                Map.of(
                        "unit_id", taken.unit().value(),
                        "amount", taken.amount().toString(),
                        "receipt_no", taken.receipt());
        clerk.done(caller, COMMAND, id, facts);
    }

    private Read read(Caller caller, Draft draft) {
        Given given = new Given();
        if (!locks.unit(caller.tenant(), draft.unitId())) {
            given.unknown("/unit_id", draft.unitId());
        }
        Optional<DepositKind> kind =
                DepositKind.standard().stream()
                        .filter(one -> one.id().equals(draft.kind()))
                        .findFirst();
        if (kind.isEmpty()) {
            given.unknown("/kind", draft.kind());
        }
        Optional<Money> amount =
                BookMoney.given(given, "/amount", draft.amount(), draft.currency());
        Optional<PaymentMethod> method =
                given.known("/method", draft.method(), PaymentMethod.class);
        given.text("/receipt_no", draft.receipt());
        given.day("/taken_on", draft.takenOn());
        given.end();
        return new Read(kind.orElseThrow(), amount.orElseThrow(), method.orElseThrow());
    }

    /**
     * Lists what deposits are held for.
     *
     * @param request which page
     * @return by id
     */
    public Page<DepositKind> kinds(PageRequest request) {
        List<DepositKind> kinds =
                DepositKind.standard().stream()
                        .sorted(Comparator.comparing(DepositKind::id))
                        .toList();
        return Page.slice(kinds, request, DepositKind::id);
    }

    /**
     * Reads a deposit.
     *
     * @param caller who asks
     * @param id the deposit id
     * @return the deposit
     */
    public DepositRow get(Caller caller, String id) {
        return deposits.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists deposits, newest first.
     *
     * @param caller who asks
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<DepositRow> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        filter.state().ifPresent(state -> given.known("state", state, DepositState.class));
        given.end();
        return deposits.list(caller.tenant(), filter, request);
    }

    /**
     * What is held on a day.
     *
     * @param on the day
     * @param balances a page of it, by kind
     */
    public record Held(LocalDate on, Page<Balance> balances) {}

    /**
     * Sums up what is held.
     *
     * @param caller who asks
     * @param on the last day that counts; today if empty
     * @param unitId of a unit only
     * @param request which page
     * @return by kind
     */
    public Held held(
            Caller caller, Optional<LocalDate> on, Optional<String> unitId, PageRequest request) {
        LocalDate day = on.orElseGet(times::today);
        Given given = new Given();
        given.day("on", day);
        given.end();
        List<Balance> all = balances.of(caller.tenant(), day, unitId, BookMoney.CURRENCY);
        return new Held(day, Page.slice(all, request, Balance::kind));
    }
}

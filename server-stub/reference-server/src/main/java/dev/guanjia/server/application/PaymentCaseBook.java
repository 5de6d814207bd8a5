package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.PaymentCase;
import dev.guanjia.server.store.PaymentCases;
import dev.guanjia.server.store.ReopenedStore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds reversals or refunds of payments, with what they opened again.
 *
 * @param <R> a row
 */
public final class PaymentCaseBook<R extends PaymentCase> {

    private final PaymentCases<R> cases;
    private final ReopenedStore reopened;

    PaymentCaseBook(PaymentCases<R> cases, ReopenedStore reopened) {
        this.cases = cases;
        this.reopened = reopened;
    }

    /**
     * A reversal or a refund, and what it opened again.
     *
     * @param <R> a row
     * @param row where it stands
     * @param reopened none until money moved
     */
    public record Seen<R extends PaymentCase>(R row, List<Allocation> reopened) {}

    R find(Caller caller, String id) {
        return cases.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /** Nobody else changes it until the command ends. */
    R lock(Caller caller, String id, String ifMatch) {
        R row = cases.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.version());
        return row;
    }

    /** Whether the caller asked for it. */
    static boolean isOwn(Caller caller, PaymentCase row) {
        return row.proposer().staff().value().equals(caller.staffId());
    }

    Seen<R> seen(Caller caller, String id) {
        R row = find(caller, id);
        return new Seen<>(row, parts(caller, List.of(row)).getOrDefault(id, List.of()));
    }

    Page<Seen<R>> list(Caller caller, @Nullable String paymentId, PageRequest request) {
        Page<R> page = cases.list(caller.tenant(), paymentId, request);
        Map<String, List<Allocation>> parts = parts(caller, page.items());
        return page.map(row -> new Seen<>(row, parts.getOrDefault(row.id(), List.of())));
    }

    private Map<String, List<Allocation>> parts(Caller caller, List<R> rows) {
        return reopened.of(caller.tenant(), rows.stream().map(PaymentCase::id).toList());
    }
}

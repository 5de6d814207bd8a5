package dev.guanjia.server.application;

import dev.guanjia.billing.receipt.PaperReceipt;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.ReceiptListStore;
import dev.guanjia.server.store.ReceiptListStore.Filter;
import dev.guanjia.server.store.ReceiptStore;
import dev.guanjia.server.store.ReceiptStore.ReceiptRow;
import dev.guanjia.server.store.ReceiptStore.Use;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What becomes of a receipt once it is written. */
@Service
public class ReceiptDesk {

    private static final String VOID = "void-receipt";

    private final Clerk clerk;
    private final BusinessTime times;
    private final ReceiptStore receipts;
    private final ReceiptListStore list;

    ReceiptDesk(Clerk clerk, BusinessTime times, ReceiptStore receipts, ReceiptListStore list) {
        this.clerk = clerk;
        this.times = times;
        this.receipts = receipts;
        this.list = list;
    }

    /**
     * Reads a receipt.
     *
     * @param caller who asks
     * @param id the receipt id
     * @return the receipt
     */
    public ReceiptRow get(Caller caller, String id) {
        return receipts.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists receipts in the order of their numbers.
     *
     * @param caller who asks
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<ReceiptRow> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        filter.from().ifPresent(day -> given.day("from", day));
        filter.to().ifPresent(day -> given.day("to", day));
        given.end();
        return list.list(caller.tenant(), filter, request);
    }

    /**
     * Records a print of both copies.
     *
     * @param caller who prints
     * @param id the receipt id
     * @param ifMatch the version last seen
     * @param reason why it is printed again; empty the first time
     * @return the receipt
     */
    public ReceiptRow print(Caller caller, String id, String ifMatch, Optional<String> reason) {
        ReceiptRow row = begin(caller, "print-receipt", id, ifMatch);
        int prints =
                Refused.unlessAccepted(row.paper().print(row.use().prints(), reason.orElse("")));
        Use use = new Use(prints, row.use().handedOn(), row.use().voided());
        receipts.update(caller.tenant(), id, row.paper(), use);
        Map<String, String> facts =
                Map.of("print", String.valueOf(prints), "reason", reason.orElse(""));
        clerk.done(caller, "print-receipt", id, facts);
        return get(caller, id);
    }

    /**
     * Records that the payer signed.
     *
     * @param caller who saw it
     * @param id the receipt id
     * @param ifMatch the version last seen
     * @param payer the name signed with
     * @return the receipt
     */
    public ReceiptRow sign(Caller caller, String id, String ifMatch, String payer) {
        ReceiptRow row = begin(caller, "sign-receipt", id, ifMatch);
        PaperReceipt signed = Refused.unlessAccepted(row.paper().sign(payer));
        return keep(caller, "sign-receipt", id, new Kept(signed, row.use()));
    }

    /**
     * Records that the payer got a copy.
     *
     * @param caller who gave it
     * @param id the receipt id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the receipt
     */
    public ReceiptRow handOver(Caller caller, String id, String ifMatch, LocalDate on) {
        ReceiptRow row = begin(caller, "hand-over-receipt", id, ifMatch);
        Given given = new Given();
        given.day("/handed_on", on);
        given.end();
        times.require(on);
        Use use = new Use(row.use().prints(), on, row.use().voided());
        PaperReceipt handed = Refused.unlessAccepted(row.paper().handOver());
        return keep(caller, "hand-over-receipt", id, new Kept(handed, use));
    }

    /**
     * Voids a receipt.
     *
     * @param caller who voids it, not who issued it
     * @param id the receipt id
     * @param ifMatch the version last seen
     * @param reason why
     * @return the receipt
     */
    public ReceiptRow cancel(Caller caller, String id, String ifMatch, String reason) {
        cancel(caller, begin(caller, VOID, id, ifMatch), reason);
        return get(caller, id);
    }

    /**
     * Voids the receipt of a payment that is reversed in this transaction, if one stands. Whether
     * the caller may reverse was asked before.
     *
     * @param caller who approves the reversal, not who issued the receipt
     * @param paymentId the payment
     * @param reason why
     */
    public void cancelOf(Caller caller, String paymentId, String reason) {
        receipts.lockLastOf(caller.tenant(), paymentId)
                .filter(row -> row.use().voided().isEmpty())
                .ifPresent(row -> cancel(caller, row, reason));
    }

    private void cancel(Caller caller, ReceiptRow row, String reason) {
        Actor actor = clerk.actor(caller);
        Refused.unlessAuthorised(
                row.paper().secondPerson(new StaffId(row.issuedBy()), actor.staff()),
                new Breach(VOID, row.id()));
        PaperReceipt gone = Refused.unlessAccepted(row.paper().cancel(reason));
        receipts.cancel(caller.tenant(), row.id(), gone, actor, clerk.now());
        clerk.done(caller, VOID, row.id(), Map.of("reason", reason));
    }

    private ReceiptRow begin(Caller caller, String command, String id, String ifMatch) {
        clerk.admit(caller, command, id);
        ReceiptRow row = receipts.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.version());
        return row;
    }

    private ReceiptRow keep(Caller caller, String command, String id, Kept kept) {
        receipts.update(caller.tenant(), id, kept.paper(), kept.use());
        clerk.done(caller, command, id, Map.of("number", kept.paper().number().toString()));
        return get(caller, id);
    }

    private record Kept(PaperReceipt paper, Use use) {}
}

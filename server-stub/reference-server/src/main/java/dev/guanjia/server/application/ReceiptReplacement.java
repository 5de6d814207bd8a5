package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PaymentStore;
import dev.guanjia.server.store.PaymentStore.PaymentRow;
import dev.guanjia.server.store.ReceiptStore;
import dev.guanjia.server.store.ReceiptStore.ReceiptRow;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Another receipt for a payment whose receipt is void. */
@Service
public class ReceiptReplacement {

    private static final String COMMAND = "create-receipt";

    private final Clerk clerk;
    private final ReceiptBooks books;
    private final ReceiptStore receipts;
    private final PaymentStore payments;
    private final PaymentUndoing undoing;

    ReceiptReplacement(
            Clerk clerk,
            ReceiptBooks books,
            ReceiptStore receipts,
            PaymentStore payments,
            PaymentUndoing undoing) {
        this.clerk = clerk;
        this.books = books;
        this.receipts = receipts;
        this.payments = payments;
        this.undoing = undoing;
    }

    /**
     * Writes it.
     *
     * @param caller who asks
     * @param paymentId for which payment
     * @return the new receipt
     */
    public ReceiptRow create(Caller caller, String paymentId) {
        clerk.admit(caller, COMMAND, paymentId);
        Payment payment = standing(caller, paymentId);
        Optional<ReceiptRow> last = receipts.lockLastOf(caller.tenant(), paymentId);
        last.ifPresent(row -> Refused.unlessAccepted(row.paper().replace()));
        String id = books.write(caller, payment);
        clerk.done(caller, COMMAND, id, Map.of("payment_id", paymentId));
        return receipts.find(caller.tenant(), id).orElseThrow();
    }

    /** One that is not reversed, nor can be until this is done. */
    private Payment standing(Caller caller, String paymentId) {
        Payment payment = payment(caller, paymentId);
        Refused.unlessAccepted(undoing.lock(caller, paymentId).requireStanding());
        return payment;
    }

    private Payment payment(Caller caller, String paymentId) {
        Optional<PaymentRow> row = payments.find(caller.tenant(), paymentId);
        Given given = new Given();
        if (row.isEmpty()) {
            given.unknown("/payment_id", paymentId);
        }
        given.end();
        return row.orElseThrow().payment();
    }
}

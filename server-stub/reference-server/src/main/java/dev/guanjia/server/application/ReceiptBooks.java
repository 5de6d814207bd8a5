package dev.guanjia.server.application;

import dev.guanjia.billing.receipt.PaperReceipt;
import dev.guanjia.billing.receipt.ReceiptBook;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ReceiptBookStore;
import dev.guanjia.server.store.ReceiptStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes receipts: who does waits for the number until the one before is done. */
@Component
class ReceiptBooks {

    /** Each company has one book as yet. */
    private static final String BOOK = "A";

    /** Receipts are dated in China, wherever the server runs. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clerk clerk;
    private final Clock clock;
    private final ReceiptBookStore books;
    private final ReceiptStore receipts;

    ReceiptBooks(Clerk clerk, Clock clock, ReceiptBookStore books, ReceiptStore receipts) {
        this.clerk = clerk;
        this.clock = clock;
        this.books = books;
        this.receipts = receipts;
    }

    /** Writes the receipt of a payment, with the next number of the year's book; its id. */
    String write(Caller caller, Payment payment) {
        return write(caller, List.of(payment)).get(0);
    }

    /** Writes the receipts of payments in their order; their ids. */
    List<String> write(Caller caller, List<Payment> payments) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        ReceiptBook book = books.lock(caller.tenant(), BOOK, today.getYear());
        Map<String, PaperReceipt> papers = new LinkedHashMap<>();
        for (Payment payment : payments) {
            ReceiptBook.Issued issued = Refused.unlessAccepted(book.issue(payment, today));
            papers.put(Ids.next("rc"), issued.receipt());
            book = issued.book();
        }
        books.keep(caller.tenant(), book);
        receipts.add(caller.tenant(), papers, clerk.actor(caller), clerk.now());
        return List.copyOf(papers.keySet());
    }
}

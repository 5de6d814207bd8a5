package dev.guanjia.billing.receipt;

import static dev.guanjia.billing.settlement.Settling.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.settlement.Settling;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ReceiptBookProperties {

    @Property(tries = 300)
    void howeverReceiptsAreIssuedAndVoidedNoNumberIsMissingOrUsedTwice(@ForAll long seed) {
        Random random = new Random(seed);
        ReceiptBook book = ReceiptBook.open("A", 2026);
        List<PaperReceipt> receipts = new ArrayList<>();
        for (int step = 0; step < 30; step++) {
            if (receipts.isEmpty() || random.nextBoolean()) {
                book = issue(book, receipts, DAY.getDayOfYear() + random.nextInt(5) - step % 3);
            } else {
                receipts.replaceAll(old -> random.nextInt(9) > 0 ? old : changed(old, random));
            }
            assertThat(book.audit(receipts))
                    .isEqualTo(new ReceiptBook.Audit(List.of(), List.of(), List.of()));
            assertThat(book.last()).isEqualTo(receipts.size());
        }
    }

    private static ReceiptBook issue(ReceiptBook book, List<PaperReceipt> receipts, int day) {
        return book.issue(Settling.payment("pm_" + receipts.size(), 100), DAY.withDayOfYear(day))
                .fold(
                        issued -> {
                            receipts.add(issued.receipt());
                            return issued.book();
                        },
                        reasons -> book);
    }

    private static PaperReceipt changed(PaperReceipt old, Random random) {
        return (random.nextBoolean() ? old.cancel("misprint") : old.sign("payer"))
                .fold(after -> after, reasons -> old);
    }
}

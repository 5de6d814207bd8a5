package dev.guanjia.billing.receipt;

import static dev.guanjia.billing.settlement.Settling.DAY;
import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.Settling;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptBookTest {

    private static final ReceiptBook BOOK = ReceiptBook.open("A", 2026);

    @Test
    void aBookCountsFromOne() {
        ReceiptBook.Issued first = issue(BOOK, "pm_1");
        ReceiptBook.Issued second = issue(first.book(), "pm_2");
        assertThat(first.receipt().number()).hasToString("A-2026-00000001");
        assertThat(second.receipt().number()).hasToString("A-2026-00000002");
        assertThat(second.receipt().payment()).isEqualTo(new PaymentId("pm_2"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2025-12-31, receipt-other-year",
        "2027-01-01, receipt-other-year",
        "2026-03-31, receipt-too-early",
    })
    void theNumbersOfABookFollowTheDaysOfItsYear(LocalDate on, String code) {
        ReceiptBook book = issue(BOOK, "pm_1").book();
        assertThat(codes(book.issue(Settling.payment("pm_2", 1), on))).containsExactly(code);
    }

    @Test
    void aReceiptIsSignedByThePayerAndThenHandedOver() {
        PaperReceipt receipt = issue(BOOK, "pm_1").receipt();
        assertThat(codes(receipt.handOver())).containsExactly("receipt-wrong-state");
        assertThat(codes(receipt.sign(" "))).containsExactly("receipt-without-signature");
        PaperReceipt signed = accepted(receipt.sign("李四"));
        assertThat(codes(signed.sign("李四"))).containsExactly("receipt-wrong-state");
        PaperReceipt given = accepted(signed.handOver());
        assertThat(given.state()).isEqualTo(ReceiptState.HANDED_OVER);
        assertThat(given.signature()).isEqualTo("李四");
    }

    @Test
    void aVoidReceiptKeepsItsNumberAndSaysWhy() {
        PaperReceipt receipt = issue(BOOK, "pm_1").receipt();
        assertThat(codes(receipt.cancel(""))).containsExactly("receipt-void-without-reason");
        PaperReceipt gone = accepted(receipt.cancel("wrong unit"));
        assertThat(gone.number()).isEqualTo(receipt.number());
        String sentence =
                gone.cancel("again").fold(done -> "", all -> Wording.of(all.get(0), Language.EN));
        assertThat(sentence)
                .isEqualTo(
                        "Receipt A-2026-00000001 is VOID; VOID does not start there (possible:"
                                + " -).");
    }

    @Test
    void aReceiptIsVoidedByAnotherAndThenMayBeReplaced() {
        PaperReceipt receipt = issue(BOOK, "pm_1").receipt();
        StaffId issuer = new StaffId("sf_1");
        assertThat(codes(receipt.secondPerson(issuer, issuer)))
                .containsExactly("receipt-void-by-issuer");
        StaffId other = new StaffId("sf_2");
        assertThat(accepted(receipt.secondPerson(issuer, other))).isEqualTo(other);
        assertThat(codes(receipt.replace())).containsExactly("receipt-stands");
        assertThat(accepted(accepted(receipt.cancel("misprint")).replace()))
                .isEqualTo(receipt.payment());
    }

    @Test
    void onlyTheFirstPrintNeedsNoReason() {
        PaperReceipt receipt = issue(BOOK, "pm_1").receipt();
        assertThat(accepted(receipt.print(0, ""))).isEqualTo(1);
        assertThat(codes(receipt.print(1, " "))).containsExactly("receipt-reprint-without-reason");
        assertThat(accepted(receipt.print(1, "lost"))).isEqualTo(2);
    }

    @Test
    void anAuditFindsWhatIsMissingAndWhatStandsTwice() {
        ReceiptBook.Issued one = issue(BOOK, "pm_1");
        ReceiptBook.Issued two = issue(one.book(), "pm_2");
        ReceiptBook.Issued three = issue(two.book(), "pm_1");
        ReceiptBook.Audit audit =
                three.book().audit(List.of(three.receipt(), one.receipt(), one.receipt()));
        assertThat(audit.missing()).containsExactly(2L);
        assertThat(audit.twice()).containsExactly(1L);
        assertThat(audit.payments()).containsExactly(new PaymentId("pm_1"));
    }

    @Test
    void whatCannotBeIsACallersMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptNumber("A", 2026, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptBook("A", 2025, 1, DAY));
    }

    private static ReceiptBook.Issued issue(ReceiptBook book, String payment) {
        return accepted(book.issue(Settling.payment(payment, 100), DAY));
    }
}

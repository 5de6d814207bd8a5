package dev.guanjia.billing.receipt;

import dev.guanjia.billing.Moves;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A receipt on paper (收据), in two copies; its moves are the rows of {@code
 * receipt-transitions.csv}. Source: requirements 03 P-CASH-RECEIPT.
 *
 * @param number its number, used once
 * @param payment what it is for
 * @param amount how much was paid
 * @param issuedOn the day
 * @param state where it stands
 * @param signature the name of the payer who signed; empty until then
 * @param voided why it no longer counts; empty while it does
 */
public record PaperReceipt(
        ReceiptNumber number,
        PaymentId payment,
        Money amount,
        LocalDate issuedOn,
        ReceiptState state,
        String signature,
        String voided) {

    private static final TransitionTable<ReceiptState, ReceiptAction> LIFECYCLE =
            Moves.read(
                    PaperReceipt.class,
                    "receipt-transitions.csv",
                    ReceiptState.ISSUED,
                    ReceiptAction.class);

    /** A receipt handed over was signed, and a void one says why. */
    public PaperReceipt {
        boolean signed = state == ReceiptState.SIGNED || state == ReceiptState.HANDED_OVER;
        boolean isVoid = state == ReceiptState.VOID;
        if (!amount.isPositive() || (signed && signature.isBlank()) || isVoid == voided.isBlank()) {
            throw new IllegalArgumentException(state + " is not possible for receipt " + number);
        }
    }

    /**
     * Decides on the payer's signature.
     *
     * @param payer the name signed with
     * @return the receipt, signed; or refused because it is not just issued, or the name is blank
     */
    public Decision<PaperReceipt> sign(String payer) {
        List<Refusal> reasons = wrongState(ReceiptAction.SIGN);
        if (payer.isBlank()) {
            reasons.add(because(ReceiptRefusal.RECEIPT_WITHOUT_SIGNATURE));
        }
        return decide(reasons, () -> with(ReceiptState.SIGNED, payer, voided));
    }

    /**
     * Decides on giving the payer a copy.
     *
     * @return the receipt, handed over; or refused because it is not signed
     */
    public Decision<PaperReceipt> handOver() {
        return decide(
                wrongState(ReceiptAction.HAND_OVER),
                () -> with(ReceiptState.HANDED_OVER, signature, voided));
    }

    /**
     * Decides on voiding the receipt, which keeps its number.
     *
     * @param reason in words
     * @return the receipt, void; or refused because it is void already, or the reason is blank
     */
    public Decision<PaperReceipt> cancel(String reason) {
        List<Refusal> reasons = wrongState(ReceiptAction.VOID);
        if (reason.isBlank()) {
            reasons.add(because(ReceiptRefusal.RECEIPT_VOID_WITHOUT_REASON));
        }
        return decide(reasons, () -> with(ReceiptState.VOID, signature, reason));
    }

    /**
     * Decides on who voids the receipt: never who issued it.
     *
     * @param issuer who issued it
     * @param other who is to void it
     * @return the other; or refused because they are one person
     */
    public Decision<StaffId> secondPerson(StaffId issuer, StaffId other) {
        return issuer.equals(other)
                ? Decision.refuse(
                        List.of(
                                ReceiptRefusal.RECEIPT_VOID_BY_ISSUER.because(
                                        "receipt", number.toString(), "staff", other.value())))
                : Decision.accept(other);
    }

    /**
     * Decides on printing both copies.
     *
     * @param before how often they were printed, zero or more
     * @param reason why again; may be blank the first time
     * @return how often they are printed then; or refused because nothing says why again
     */
    public Decision<Integer> print(int before, String reason) {
        return before > 0 && reason.isBlank()
                ? Decision.refuse(List.of(because(ReceiptRefusal.RECEIPT_REPRINT_WITHOUT_REASON)))
                : Decision.accept(before + 1);
    }

    /**
     * Decides on another receipt for the same payment.
     *
     * @return the payment; or refused because this receipt stands
     */
    public Decision<PaymentId> replace() {
        return state == ReceiptState.VOID
                ? Decision.accept(payment)
                : Decision.refuse(
                        List.of(
                                ReceiptRefusal.RECEIPT_STANDS.because(
                                        "receipt", number.toString(),
                                        "payment", payment.value())));
    }

    /**
     * Looks up a move.
     *
     * @param action what is attempted
     * @return where it leads, or empty when the action does not start here
     */
    public Optional<ReceiptState> next(ReceiptAction action) {
        return LIFECYCLE.next(state, action);
    }

    private static Decision<PaperReceipt> decide(
            List<Refusal> reasons, Supplier<PaperReceipt> after) {
        return reasons.isEmpty() ? Decision.accept(after.get()) : Decision.refuse(reasons);
    }

    private PaperReceipt with(ReceiptState next, String signed, String why) {
        return new PaperReceipt(number, payment, amount, issuedOn, next, signed, why);
    }

    private Refusal because(ReceiptRefusal code) {
        return code.because("receipt", number.toString());
    }

    private List<Refusal> wrongState(ReceiptAction action) {
        List<Refusal> reasons = new ArrayList<>();
        if (next(action).isEmpty()) {
            reasons.add(
                    ReceiptRefusal.RECEIPT_WRONG_STATE.because(
                            "receipt", number.toString(),
                            "state", state.name(),
                            "action", action.name(),
                            "legal", LIFECYCLE.legal(state)));
        }
        return reasons;
    }
}

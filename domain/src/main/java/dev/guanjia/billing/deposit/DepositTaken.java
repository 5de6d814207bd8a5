package dev.guanjia.billing.deposit;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A deposit comes in, by itself and with a receipt of its own (单收). Source: requirements 03
 * P-DEPOSIT; 06 A-92.
 *
 * @param id which deposit
 * @param kind what it is held for
 * @param unit for which unit
 * @param amount how much
 * @param receipt the number of the receipt
 * @param by who took it
 * @param on the day
 */
public record DepositTaken(
        DepositId id,
        DepositKind kind,
        UnitId unit,
        Money amount,
        String receipt,
        Actor by,
        LocalDate on) {

    /**
     * Decides on taking it.
     *
     * @param receiptsUsed the receipts of other deposits
     * @return the deposit; or refused because the kind is not taken yet, nothing is paid, or the
     *     receipt is missing or another deposit's
     */
    public Decision<Deposit> take(Set<String> receiptsUsed) {
        List<Refusal> reasons = new ArrayList<>();
        if (on.isBefore(kind.from())) {
            reasons.add(
                    DepositRefusal.DEPOSIT_KIND_NOT_YET.because(
                            "kind", kind.id(),
                            "from", kind.from().toString(),
                            "day", on.toString()));
        }
        if (!amount.isPositive()) {
            reasons.add(DepositRefusal.DEPOSIT_NOT_POSITIVE.because("amount", amount.toString()));
        }
        if (receipt.isBlank()) {
            reasons.add(DepositRefusal.DEPOSIT_WITHOUT_RECEIPT.because("deposit", id.value()));
        }
        if (receiptsUsed.contains(receipt)) {
            reasons.add(DepositRefusal.DEPOSIT_RECEIPT_USED.because("receipt", receipt));
        }
        return reasons.isEmpty()
                ? Decision.accept(new Deposit(this, List.of()))
                : Decision.refuse(reasons);
    }
}

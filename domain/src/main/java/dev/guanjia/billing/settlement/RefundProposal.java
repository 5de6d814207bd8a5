package dev.guanjia.billing.settlement;

import dev.guanjia.decision.Identifier;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;

/**
 * That money of a payment be given back. Source: requirements 05 S20.
 *
 * @param id which refund, of the shape of every identifier
 * @param payment whose money it is
 * @param amount how much; {@link SettledPayment#proposeRefund} refuses what cannot be
 * @param reason in words; a blank one is refused
 * @param proposer who asks for it
 * @param proposedOn the day
 */
public record RefundProposal(
        String id,
        PaymentId payment,
        Money amount,
        String reason,
        Actor proposer,
        LocalDate proposedOn) {

    /** An identifier of any other shape cannot exist. */
    public RefundProposal {
        Identifier.require("refund id", id);
    }
}

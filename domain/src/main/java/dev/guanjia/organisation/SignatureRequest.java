package dev.guanjia.organisation;

import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A signature asked for.
 *
 * @param kind what is to be signed
 * @param amount how much, more than zero
 * @param requester who proposed it
 * @param signer who would sign, and in which post
 * @param signedOn the day, which decides the rules that hold
 * @param attachments references to supporting papers, none of them blank
 */
public record SignatureRequest(
        AuthorityKind kind,
        Money amount,
        StaffId requester,
        Actor signer,
        LocalDate signedOn,
        List<String> attachments) {

    /** Nothing, or less, needs no signature. */
    public SignatureRequest {
        attachments = List.copyOf(attachments);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be more than zero: " + amount);
        }
        if (attachments.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("attachment is blank: " + attachments);
        }
    }
}

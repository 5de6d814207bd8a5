package dev.guanjia.organisation.authority;

import dev.guanjia.decision.Identifier;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.segregation.Act;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A decision asked for.
 *
 * @param id its id
 * @param kind what is to be decided
 * @param amount how much, more than zero; empty where the kind knows no amount
 * @param requester who asks, and in which post
 * @param requestedOn the day, which decides the steps that are needed
 * @param attachments references to supporting papers, none of them blank
 * @param acts what others did in the matter before, e.g. collected the deposit
 */
public record ApprovalRequest(
        String id,
        AuthorityKind kind,
        Optional<Money> amount,
        Actor requester,
        LocalDate requestedOn,
        List<String> attachments,
        List<Act> acts) {

    /** Nothing, or less, needs no approval. */
    public ApprovalRequest {
        Identifier.require("approval id", id);
        attachments = List.copyOf(attachments);
        acts = List.copyOf(acts);
        if (amount.filter(asked -> !asked.isPositive()).isPresent()) {
            throw new IllegalArgumentException("amount must be more than zero: " + amount.get());
        }
        if (attachments.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("attachment is blank: " + attachments);
        }
    }
}

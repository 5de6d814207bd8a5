package dev.guanjia.server.application;

import dev.guanjia.billing.waiver.Waiver;
import dev.guanjia.billing.waiver.WaiverGrounds;
import dev.guanjia.billing.waiver.WaiverId;
import dev.guanjia.billing.waiver.WaiverProposal;
import dev.guanjia.money.Money;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.WaiverStore;
import dev.guanjia.server.store.WaiverStore.WaiverRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Proposals not to ask for part of a charge. */
@Service
public class WaiverDesk {

    private final Clerk clerk;
    private final BusinessTime times;
    private final ChargeStore charges;
    private final WaiverStore waivers;

    WaiverDesk(Clerk clerk, BusinessTime times, ChargeStore charges, WaiverStore waivers) {
        this.clerk = clerk;
        this.times = times;
        this.charges = charges;
        this.waivers = waivers;
    }

    /**
     * A proposal as it was given.
     *
     * @param chargeId of which charge
     * @param amount how much of it, in major units
     * @param currency of what
     * @param reason why
     * @param attachments where the papers are kept
     * @param proposedOn the day
     */
    public record Draft(
            String chargeId,
            String amount,
            String currency,
            String reason,
            List<String> attachments,
            LocalDate proposedOn) {}

    /**
     * Proposes a waiver.
     *
     * @param caller who asks
     * @param draft what for
     * @return the waiver, to be signed by somebody else
     */
    public WaiverRow create(Caller caller, Draft draft) {
        clerk.admit(caller, "create-waiver", draft.chargeId());
        Optional<ChargeRow> charge = charges.find(caller.tenant(), draft.chargeId());
        Money amount = read(draft, charge.isPresent());
        times.require(draft.proposedOn());
        WaiverProposal proposal =
                new WaiverProposal(
                        new WaiverId(Ids.next("wv")),
                        charge.orElseThrow().id(),
                        charge.orElseThrow().key(),
                        amount,
                        new WaiverGrounds(draft.reason(), draft.attachments()),
                        clerk.actor(caller),
                        draft.proposedOn());
        Money owed = charge.orElseThrow().standing().owed();
        Waiver waiver = Refused.unlessAccepted(proposal.propose(owed));
        waivers.add(caller.tenant(), waiver, clerk.now());
        String id = proposal.id().value();
        Map<String, String> facts =
                Map.of("charge_id", draft.chargeId(), "amount", amount.toString());
        clerk.done(caller, "create-waiver", id, facts);
        return get(caller, id);
    }

    private static Money read(Draft draft, boolean chargeIsKnown) {
        Given given = new Given();
        if (!chargeIsKnown) {
            given.unknown("/charge_id", draft.chargeId());
        }
        Optional<Money> amount =
                BookMoney.given(given, "/amount", draft.amount(), draft.currency());
        for (int i = 0; i < draft.attachments().size(); i++) {
            given.text("/attachments/" + i, draft.attachments().get(i));
        }
        given.day("/proposed_on", draft.proposedOn());
        given.end();
        return amount.orElseThrow();
    }

    /**
     * Reads a waiver.
     *
     * @param caller who asks
     * @param id the waiver id
     * @return the waiver
     */
    public WaiverRow get(Caller caller, String id) {
        return waivers.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists waivers, newest first.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<WaiverRow> list(Caller caller, PageRequest request) {
        return waivers.list(caller.tenant(), request);
    }
}

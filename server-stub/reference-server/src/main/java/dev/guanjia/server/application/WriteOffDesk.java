package dev.guanjia.server.application;

import dev.guanjia.billing.writeoff.WriteOffGrounds;
import dev.guanjia.billing.writeoff.WriteOffId;
import dev.guanjia.billing.writeoff.WriteOffProposal;
import dev.guanjia.money.Money;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ChargeStore;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.WriteOffStore;
import dev.guanjia.server.store.WriteOffStore.WriteOffRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Proposals to give a bad debt up. */
@Service
public class WriteOffDesk {

    private static final String COMMAND = "create-write-off";

    private final Clerk clerk;
    private final BusinessTime times;
    private final ChargeStore charges;
    private final WriteOffStore writeOffs;

    WriteOffDesk(Clerk clerk, BusinessTime times, ChargeStore charges, WriteOffStore writeOffs) {
        this.clerk = clerk;
        this.times = times;
        this.charges = charges;
        this.writeOffs = writeOffs;
    }

    /**
     * A proposal as it was given.
     *
     * @param chargeId of which charge
     * @param amount how much of it, in major units
     * @param currency of what
     * @param reason why
     * @param evidence where the papers are kept
     * @param proposedOn the day
     */
    public record Draft(
            String chargeId,
            String amount,
            String currency,
            String reason,
            List<String> evidence,
            LocalDate proposedOn) {}

    /**
     * Proposes a write-off.
     *
     * @param caller who asks
     * @param draft what for
     * @return the write-off, to be approved by somebody else
     */
    public WriteOffRow create(Caller caller, Draft draft) {
        clerk.admit(caller, COMMAND, draft.chargeId());
        Optional<ChargeRow> charge = charges.find(caller.tenant(), draft.chargeId());
        Money amount = read(draft, charge.isPresent());
        times.require(draft.proposedOn());
        WriteOffProposal proposal =
                new WriteOffProposal(
                        new WriteOffId(Ids.next("wf")),
                        charge.orElseThrow().id(),
                        amount,
                        new WriteOffGrounds(draft.reason(), draft.evidence()),
                        clerk.actor(caller),
                        draft.proposedOn());
        Refused.unlessAccepted(proposal.propose(charge.orElseThrow().standing().owed()));
        writeOffs.add(caller.tenant(), proposal, clerk.now());
        String id = proposal.id().value();
        Map<String, String> facts =
                Map.of("charge_id", draft.chargeId(), "amount", amount.toString());
        clerk.done(caller, COMMAND, id, facts);
        return get(caller, id);
    }

    private static Money read(Draft draft, boolean chargeIsKnown) {
        Given given = new Given();
        if (!chargeIsKnown) {
            given.unknown("/charge_id", draft.chargeId());
        }
        Optional<Money> amount =
                BookMoney.given(given, "/amount", draft.amount(), draft.currency());
        for (int i = 0; i < draft.evidence().size(); i++) {
            given.text("/evidence/" + i, draft.evidence().get(i));
        }
        given.day("/proposed_on", draft.proposedOn());
        given.end();
        return amount.orElseThrow();
    }

    /**
     * Reads a write-off.
     *
     * @param caller who asks
     * @param id the write-off id
     * @return the write-off
     */
    public WriteOffRow get(Caller caller, String id) {
        return writeOffs.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists write-offs, newest first.
     *
     * @param caller who asks
     * @param unitId those of a unit only
     * @param request which page
     * @return the page
     */
    public Page<WriteOffRow> list(Caller caller, Optional<String> unitId, PageRequest request) {
        return writeOffs.list(caller.tenant(), unitId, request);
    }
}

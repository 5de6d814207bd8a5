package dev.guanjia.server.application;

import dev.guanjia.billing.writeoff.Recovery;
import dev.guanjia.billing.writeoff.WriteOff;
import dev.guanjia.billing.writeoff.WriteOffApproval;
import dev.guanjia.billing.writeoff.WriteOffProposal;
import dev.guanjia.billing.writeoff.WriteOffRejection;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.Signature;
import dev.guanjia.organisation.segregation.Act;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.ChargeStore.ChargeRow;
import dev.guanjia.server.store.CollectorStore;
import dev.guanjia.server.store.WriteOffStore;
import dev.guanjia.server.store.WriteOffStore.WriteOffRow;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Approves write-offs, which posts them, and takes note of what comes in after all. */
@Service
public class WriteOffSteps {

    private static final String APPROVE = "approve-write-off";
    private static final String PROPOSE = "create-write-off";
    private static final String REJECT = "reject-write-off";
    private static final String RECOVER = "recover-write-off";

    private final Clerk clerk;
    private final BusinessTime times;
    private final OpenCharges open;
    private final ChargeLedger ledger;
    private final WriteOffStore writeOffs;
    private final CollectorStore collectors;
    private final Acts acts;
    private final HeldPostings postings;
    private final Signing signing;

    WriteOffSteps(
            Clerk clerk,
            BusinessTime times,
            OpenCharges open,
            ChargeLedger ledger,
            WriteOffStore writeOffs,
            CollectorStore collectors,
            Acts acts,
            HeldPostings postings,
            Signing signing) {
        this.clerk = clerk;
        this.times = times;
        this.open = open;
        this.ledger = ledger;
        this.writeOffs = writeOffs;
        this.collectors = collectors;
        this.acts = acts;
        this.postings = postings;
        this.signing = signing;
    }

    /**
     * Approves a write-off.
     *
     * @param caller who approves
     * @param id the write-off id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the write-off, posted
     */
    public WriteOffRow approve(Caller caller, String id, String ifMatch, LocalDate on) {
        clerk.admit(caller, APPROVE, id);
        WriteOffRow row = lock(caller, id, ifMatch);
        times.require("/approved_on", on);
        WriteOff posted = decide(caller, row, on, new Breach(APPROVE, id));
        writeOffs.post(caller.tenant(), posted);
        postings.writtenOff(caller, posted, row.key());
        String amount = posted.proposal().amount().toString();
        clerk.done(caller, APPROVE, id, Map.of("amount", amount));
        return find(caller, id);
    }

    private WriteOff decide(Caller caller, WriteOffRow row, LocalDate on, Breach breach) {
        WriteOffProposal proposal = row.writeOff().proposal();
        Signature signature =
                signing.require(
                        caller,
                        new Signing.Wanted(
                                AuthorityKind.WRITE_OFF,
                                proposal.amount(),
                                proposal.proposer().staff(),
                                on,
                                proposal.grounds().evidence()),
                        breach);
        WriteOffApproval approval =
                new WriteOffApproval(
                        signature.request().signer(), on, signature.authorityVersion());
        WriteOff approved = Ruling.unlessRefused(row.writeOff().approve(approval), breach);
        String charge = proposal.charge().value();
        acts.require(
                caller.tenant(),
                Acts.done(Acts.PAYMENT_COLLECTED, collectors.of(caller.tenant(), charge)),
                new Act(Acts.WRITE_OFF_APPROVED, approval.by().staff()),
                on,
                breach);
        Money owed = open.charge(caller.tenant(), charge).standing().owed();
        return Refused.unlessAccepted(approved.post(owed, on));
    }

    /**
     * Lets the debt stand.
     *
     * @param caller who says no; who proposed it takes it back with that
     * @param id the write-off id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the write-off, rejected or withdrawn
     */
    public WriteOffRow reject(Caller caller, String id, String ifMatch, LocalDate on) {
        String proposer = find(caller, id).writeOff().proposal().proposer().staff().value();
        clerk.admit(caller, proposer.equals(caller.staffId()) ? PROPOSE : REJECT, id);
        WriteOffRow row = lock(caller, id, ifMatch);
        times.require("/rejected_on", on);
        WriteOffRejection no = new WriteOffRejection(clerk.actor(caller), on);
        WriteOff after = Refused.unlessAccepted(row.writeOff().reject(no));
        writeOffs.reject(caller.tenant(), id, no);
        clerk.done(caller, REJECT, id, Map.of("state", after.state().name()));
        return find(caller, id);
    }

    /**
     * Money as it was given.
     *
     * @param payment the number under which it came
     * @param amount how much, in major units
     * @param currency of what
     * @param on the day
     */
    public record Draft(String payment, String amount, String currency, LocalDate on) {}

    /**
     * Takes note of money that came after all: so much is owed again, and can be paid.
     *
     * @param caller who takes note
     * @param id the write-off id
     * @param ifMatch the version last seen
     * @param draft the money
     * @return the write-off with the recovery
     */
    public WriteOffRow recover(Caller caller, String id, String ifMatch, Draft draft) {
        clerk.admit(caller, RECOVER, id);
        WriteOffRow row = lock(caller, id, ifMatch);
        requireStanding(caller.tenant(), row);
        Given given = new Given();
        given.text("/payment", draft.payment());
        Optional<Money> read = BookMoney.given(given, "/amount", draft.amount(), draft.currency());
        given.day("/recovered_on", draft.on());
        given.end();
        times.require(draft.on());
        Money amount = read.orElseThrow();
        WriteOff after =
                Refused.unlessAccepted(
                        row.writeOff().recover(new Recovery(draft.payment(), amount, draft.on())));
        writeOffs.recover(caller.tenant(), after, caller.staffId(), clerk.now());
        postings.recovered(caller, after, row.key());
        Map<String, String> facts = Map.of("payment", draft.payment(), "amount", amount.toString());
        clerk.done(caller, RECOVER, id, facts);
        return find(caller, id);
    }

    /** Nothing is owed of a charge that was taken back, and so nothing of it comes in. */
    private void requireStanding(String tenant, WriteOffRow row) {
        ChargeRow charge = ledger.charge(tenant, row.writeOff().proposal().charge().value());
        Refused.unlessAccepted(ledger.bound(tenant, charge).requireStanding());
    }

    /** Locks the unit before anything else, as everybody does who settles something. */
    private WriteOffRow lock(Caller caller, String id, String ifMatch) {
        open.lock(caller.tenant(), find(caller, id).key().unit().value());
        WriteOffRow row = find(caller, id);
        Version.require(ifMatch, row.version());
        return row;
    }

    private WriteOffRow find(Caller caller, String id) {
        return writeOffs.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }
}

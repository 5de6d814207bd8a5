package dev.guanjia.server.application;

import dev.guanjia.billing.waiver.Waiver;
import dev.guanjia.billing.waiver.WaiverPosted;
import dev.guanjia.billing.waiver.WaiverProposal;
import dev.guanjia.billing.waiver.WaiverRejection;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.OrganisationRefusal;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.WaiverStore;
import dev.guanjia.server.store.WaiverStore.WaiverRow;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Signs waivers, which posts them, or refuses them. */
@Service
public class WaiverSteps {

    private static final String SIGN = "sign-waiver";
    private static final String PROPOSE = "create-waiver";
    private static final String REJECT = "reject-waiver";

    private final Clerk clerk;
    private final BusinessTime times;
    private final OpenCharges open;
    private final WaiverStore waivers;
    private final WaiverSegregation segregation;
    private final Postings postings;

    WaiverSteps(
            Clerk clerk,
            BusinessTime times,
            OpenCharges open,
            WaiverStore waivers,
            WaiverSegregation segregation,
            Postings postings) {
        this.clerk = clerk;
        this.times = times;
        this.open = open;
        this.waivers = waivers;
        this.segregation = segregation;
        this.postings = postings;
    }

    /**
     * Signs a waiver.
     *
     * @param caller who signs
     * @param id the waiver id
     * @param ifMatch the version last seen
     * @param signedOn the day
     * @return the waiver, posted
     */
    public WaiverRow sign(Caller caller, String id, String ifMatch, LocalDate signedOn) {
        clerk.admit(caller, SIGN, id);
        WaiverRow row = lock(caller, id, ifMatch);
        times.require("/signed_on", signedOn);
        WaiverPosted posted =
                row.waiver()
                        .sign(
                                clerk.authority(caller),
                                clerk.actor(caller),
                                owed(caller, row.waiver().proposal()),
                                signedOn)
                        .fold(
                                accepted -> accepted,
                                reasons -> {
                                    throw refused(reasons, id);
                                });
        segregation.require(
                caller.tenant(), posted.proposal(), clerk.actor(caller).staff(), signedOn);
        waivers.sign(caller.tenant(), posted);
        postings.waiver(caller, posted);
        clerk.done(caller, SIGN, id, Map.of("amount", posted.amount().toString()));
        return find(caller, id);
    }

    /**
     * Lets what is owed stand.
     *
     * @param caller who says no; who proposed it takes it back with that
     * @param id the waiver id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the waiver, rejected or withdrawn
     */
    public WaiverRow reject(Caller caller, String id, String ifMatch, LocalDate on) {
        String proposer = find(caller, id).waiver().proposal().proposer().staff().value();
        clerk.admit(caller, proposer.equals(caller.staffId()) ? PROPOSE : REJECT, id);
        WaiverRow row = lock(caller, id, ifMatch);
        times.require("/rejected_on", on);
        WaiverRejection no = new WaiverRejection(clerk.actor(caller), on);
        Waiver after = Refused.unlessAccepted(row.waiver().reject(no));
        waivers.reject(caller.tenant(), after);
        clerk.done(caller, REJECT, id, Map.of("state", after.state().name()));
        return find(caller, id);
    }

    /** Locks the unit before the waiver, as everybody does who settles something. */
    private WaiverRow lock(Caller caller, String id, String ifMatch) {
        String unit = find(caller, id).waiver().proposal().key().unit().value();
        open.lock(caller.tenant(), unit);
        WaiverRow row = waivers.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Version.require(ifMatch, row.version());
        return row;
    }

    private WaiverRow find(Caller caller, String id) {
        return waivers.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private Money owed(Caller caller, WaiverProposal proposal) {
        return open.charge(caller.tenant(), proposal.charge().value()).standing().owed();
    }

    /** One reason of authority makes it a matter of authority, and then stands first. */
    private static Refused refused(List<Refusal> reasons, String id) {
        if (reasons.stream().noneMatch(WaiverSteps::isOfAuthority)) {
            return Refused.because(reasons);
        }
        List<Refusal> ordered =
                reasons.stream()
                        .sorted(Comparator.comparing(reason -> !isOfAuthority(reason)))
                        .toList();
        return Refused.lackOfAuthority(ordered, new Breach(SIGN, id));
    }

    private static boolean isOfAuthority(Refusal reason) {
        return reason.code() instanceof OrganisationRefusal;
    }
}

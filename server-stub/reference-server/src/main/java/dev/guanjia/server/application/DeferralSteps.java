package dev.guanjia.server.application;

import dev.guanjia.billing.latecharge.Deferment;
import dev.guanjia.billing.latecharge.Deferral;
import dev.guanjia.billing.latecharge.DeferralConfirmed;
import dev.guanjia.billing.latecharge.DeferralRejection;
import dev.guanjia.billing.latecharge.DeferralRequest;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.AuthorityKind;
import dev.guanjia.organisation.Signature;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.DeferralStore;
import dev.guanjia.server.store.DeferralStore.DeferralRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Confirms deferrals, and promises their days, or refuses them. */
@Service
public class DeferralSteps {

    private static final String CONFIRM = "confirm-deferral";
    private static final String REQUEST = "create-deferral";
    private static final String REJECT = "reject-deferral";
    private static final String GRANT = "grant-deferral";

    private final Clerk clerk;
    private final BusinessTime times;
    private final OpenCharges open;
    private final DeferralStore deferrals;
    private final Signing signing;

    DeferralSteps(
            Clerk clerk,
            BusinessTime times,
            OpenCharges open,
            DeferralStore deferrals,
            Signing signing) {
        this.clerk = clerk;
        this.times = times;
        this.open = open;
        this.deferrals = deferrals;
        this.signing = signing;
    }

    /**
     * Confirms a deferral.
     *
     * @param caller who confirms
     * @param id the deferral id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the deferral, confirmed
     */
    public DeferralRow confirm(Caller caller, String id, String ifMatch, LocalDate on) {
        clerk.admit(caller, CONFIRM, id);
        DeferralRow row = lock(caller, id, ifMatch);
        times.require("/confirmed_on", on);
        Breach breach = new Breach(CONFIRM, id);
        Actor by = clerk.actor(caller);
        Signature signature = sign(caller, row.deferral().request(), on, breach);
        DeferralConfirmed confirmed = new DeferralConfirmed(by, on, signature.authorityVersion());
        Ruling.unlessRefused(row.deferral().confirm(confirmed), breach);
        deferrals.confirm(caller.tenant(), id, confirmed);
        clerk.done(caller, CONFIRM, id, Map.of("charge_id", charge(row)));
        return find(caller, id);
    }

    private Signature sign(Caller caller, DeferralRequest request, LocalDate on, Breach breach) {
        Money owed = open.charge(caller.tenant(), request.charge().value()).standing().owed();
        Refused.unlessAccepted(request.of(owed));
        return signing.require(
                caller,
                new Signing.Wanted(
                        AuthorityKind.DEFERRAL, owed, request.proposer().staff(), on, List.of()),
                breach);
    }

    /**
     * Promises the day of a deferral.
     *
     * @param caller who promises
     * @param id the deferral id
     * @param ifMatch the version last seen
     * @param wanted the day of the promise and the promised day
     * @return the deferral, granted
     */
    public DeferralRow grant(Caller caller, String id, String ifMatch, Promise wanted) {
        clerk.admit(caller, GRANT, id);
        DeferralRow row = lock(caller, id, ifMatch);
        Given given = new Given();
        given.day("/granted_on", wanted.grantedOn());
        if (given.day("/promised_on", wanted.promisedOn()).isPresent()
                && wanted.promisedOn().isBefore(wanted.grantedOn())) {
            given.wrong(
                    "/promised_on",
                    FieldCode.OUT_OF_RANGE,
                    "expected",
                    wanted.grantedOn() + " or later");
        }
        given.end();
        times.require(wanted.grantedOn());
        Deferment granted = new Deferment(wanted.grantedOn(), wanted.promisedOn());
        List<Deferment> earlier =
                deferrals
                        .granted(caller.tenant(), List.of(row.deferral().request().charge()))
                        .getOrDefault(row.deferral().request().charge(), List.of());
        Refused.unlessAccepted(row.deferral().defer(granted, earlier));
        deferrals.grant(caller.tenant(), id, granted);
        Map<String, String> facts =
                Map.of("charge_id", charge(row), "promised", granted.promised().toString());
        clerk.done(caller, GRANT, id, facts);
        return find(caller, id);
    }

    /**
     * A promise as it was given.
     *
     * @param grantedOn the day of the promise
     * @param promisedOn the last day that is not late
     */
    public record Promise(LocalDate grantedOn, LocalDate promisedOn) {}

    /**
     * Leaves the charge due as it was.
     *
     * @param caller who says no; who asked takes the request back with that
     * @param id the deferral id
     * @param ifMatch the version last seen
     * @param on the day
     * @return the deferral, rejected or withdrawn
     */
    public DeferralRow reject(Caller caller, String id, String ifMatch, LocalDate on) {
        String proposer = find(caller, id).deferral().request().proposer().staff().value();
        clerk.admit(caller, proposer.equals(caller.staffId()) ? REQUEST : REJECT, id);
        DeferralRow row = lock(caller, id, ifMatch);
        times.require("/rejected_on", on);
        DeferralRejection no = new DeferralRejection(clerk.actor(caller), on);
        Deferral after = Refused.unlessAccepted(row.deferral().reject(no));
        deferrals.reject(caller.tenant(), id, no);
        clerk.done(caller, REJECT, id, Map.of("state", after.state().name()));
        return find(caller, id);
    }

    /** In single file with others who settle something of the unit. */
    private DeferralRow lock(Caller caller, String id, String ifMatch) {
        open.lock(caller.tenant(), find(caller, id).unitId());
        DeferralRow row = find(caller, id);
        Version.require(ifMatch, row.version());
        return row;
    }

    private DeferralRow find(Caller caller, String id) {
        return deferrals.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private static String charge(DeferralRow row) {
        return row.deferral().request().charge().value();
    }
}

package dev.guanjia.server.web;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.latecharge.Deferment;
import dev.guanjia.billing.latecharge.DeferralConfirmed;
import dev.guanjia.billing.latecharge.DeferralRequest;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.Deferral;
import dev.guanjia.server.api.model.DeferralConfirmation;
import dev.guanjia.server.api.model.DeferralConfirmationCreate;
import dev.guanjia.server.api.model.DeferralCreate;
import dev.guanjia.server.api.model.DeferralGrant;
import dev.guanjia.server.api.model.DeferralGrantCreate;
import dev.guanjia.server.api.model.DeferralPage;
import dev.guanjia.server.api.model.DeferralRejection;
import dev.guanjia.server.api.model.DeferralRejectionCreate;
import dev.guanjia.server.application.DeferralDesk;
import dev.guanjia.server.application.DeferralSteps;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DeferralStore.DeferralRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on deferrals. */
@Component
class DeferralAnswers {

    private final CurrentCaller caller;
    private final DeferralDesk deferrals;
    private final DeferralSteps steps;

    DeferralAnswers(CurrentCaller caller, DeferralDesk deferrals, DeferralSteps steps) {
        this.caller = caller;
        this.deferrals = deferrals;
        this.steps = steps;
    }

    ResponseEntity<Deferral> create(DeferralCreate body) {
        DeferralRow row =
                deferrals.create(
                        caller.get(), body.getChargeId(), body.getReason(), body.getStatedOn());
        return ResponseEntity.created(Wire.location("deferrals", row.id()))
                .eTag(Version.tag(row.version()))
                .body(deferral(row));
    }

    ResponseEntity<Deferral> get(String id) {
        return answer(deferrals.get(caller.get(), id));
    }

    ResponseEntity<DeferralPage> list(@Nullable String unitId, PageRequest request) {
        Page<Deferral> page =
                deferrals
                        .list(caller.get(), Optional.ofNullable(unitId), request)
                        .map(DeferralAnswers::deferral);
        return ResponseEntity.ok(new DeferralPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<Deferral> confirm(String id, String ifMatch, DeferralConfirmationCreate body) {
        return answer(steps.confirm(caller.get(), id, ifMatch, body.getConfirmedOn()));
    }

    ResponseEntity<Deferral> grant(String id, String ifMatch, DeferralGrantCreate body) {
        DeferralSteps.Promise promise =
                new DeferralSteps.Promise(body.getGrantedOn(), body.getPromisedOn());
        return answer(steps.grant(caller.get(), id, ifMatch, promise));
    }

    ResponseEntity<Deferral> reject(String id, String ifMatch, DeferralRejectionCreate body) {
        return answer(steps.reject(caller.get(), id, ifMatch, body.getRejectedOn()));
    }

    /** Up to when charges are deferred. */
    Map<ChargeId, LocalDate> until(Collection<ChargeId> charges) {
        return deferrals.until(caller.get(), charges);
    }

    private static ResponseEntity<Deferral> answer(DeferralRow row) {
        return ResponseEntity.ok().eTag(Version.tag(row.version())).body(deferral(row));
    }

    private static Deferral deferral(DeferralRow row) {
        DeferralRequest request = row.deferral().request();
        return new Deferral(
                        row.id(),
                        request.charge().value(),
                        row.unitId(),
                        request.dueOn(),
                        request.reason(),
                        request.statedOn(),
                        request.proposer().staff().value(),
                        row.deferral().state().name(),
                        Wire.at(row.recordedAt()))
                .confirmation(confirmation(row.deferral().confirmed()))
                .grant(grant(row.deferral().granted()))
                .rejection(rejection(row.deferral().rejection()));
    }

    private static @Nullable DeferralConfirmation confirmation(
            @Nullable DeferralConfirmed confirmed) {
        return confirmed == null
                ? null
                : new DeferralConfirmation(
                        confirmed.on(),
                        confirmed.by().staff().value(),
                        confirmed.by().post().value(),
                        confirmed.approval());
    }

    private static @Nullable DeferralGrant grant(@Nullable Deferment granted) {
        return granted == null ? null : new DeferralGrant(granted.grantedOn(), granted.promised());
    }

    private static @Nullable DeferralRejection rejection(
            dev.guanjia.billing.latecharge.@Nullable DeferralRejection given) {
        return given == null ? null : new DeferralRejection(given.on(), given.by().staff().value());
    }
}

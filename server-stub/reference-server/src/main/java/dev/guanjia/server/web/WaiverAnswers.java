package dev.guanjia.server.web;

import dev.guanjia.billing.waiver.WaiverProposal;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.Waiver;
import dev.guanjia.server.api.model.WaiverCreate;
import dev.guanjia.server.api.model.WaiverPage;
import dev.guanjia.server.api.model.WaiverRejection;
import dev.guanjia.server.api.model.WaiverRejectionCreate;
import dev.guanjia.server.api.model.WaiverSignature;
import dev.guanjia.server.api.model.WaiverSignatureCreate;
import dev.guanjia.server.application.WaiverDesk;
import dev.guanjia.server.application.WaiverSteps;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WaiverStore.Signed;
import dev.guanjia.server.store.WaiverStore.WaiverRow;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on waivers. */
@Component
class WaiverAnswers {

    private final CurrentCaller caller;
    private final WaiverDesk waivers;
    private final WaiverSteps steps;

    WaiverAnswers(CurrentCaller caller, WaiverDesk waivers, WaiverSteps steps) {
        this.caller = caller;
        this.waivers = waivers;
        this.steps = steps;
    }

    ResponseEntity<Waiver> create(WaiverCreate body) {
        WaiverDesk.Draft draft =
                new WaiverDesk.Draft(
                        body.getChargeId(),
                        body.getAmount().getAmount(),
                        body.getAmount().getCurrency(),
                        body.getReason(),
                        Objects.requireNonNullElse(body.getAttachments(), List.of()),
                        body.getProposedOn());
        WaiverRow row = waivers.create(caller.get(), draft);
        return ResponseEntity.created(Wire.location("waivers", row.id()))
                .eTag(Version.tag(row.version()))
                .body(waiver(row));
    }

    ResponseEntity<Waiver> get(String id) {
        return answer(waivers.get(caller.get(), id));
    }

    ResponseEntity<WaiverPage> list(PageRequest request) {
        Page<Waiver> page = waivers.list(caller.get(), request).map(WaiverAnswers::waiver);
        return ResponseEntity.ok(new WaiverPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<Waiver> sign(String id, String ifMatch, WaiverSignatureCreate body) {
        return answer(steps.sign(caller.get(), id, ifMatch, body.getSignedOn()));
    }

    ResponseEntity<Waiver> reject(String id, String ifMatch, WaiverRejectionCreate body) {
        return answer(steps.reject(caller.get(), id, ifMatch, body.getRejectedOn()));
    }

    private static ResponseEntity<Waiver> answer(WaiverRow row) {
        return ResponseEntity.ok().eTag(Version.tag(row.version())).body(waiver(row));
    }

    private static Waiver waiver(WaiverRow row) {
        WaiverProposal proposal = row.waiver().proposal();
        return new Waiver(
                        row.id(),
                        proposal.charge().value(),
                        proposal.key().unit().value(),
                        Wire.money(proposal.amount()),
                        proposal.grounds().reason(),
                        proposal.grounds().attachments(),
                        proposal.proposedOn(),
                        proposal.proposer().staff().value(),
                        row.waiver().state().name(),
                        Wire.at(row.recordedAt()))
                .signature(row.signed().map(WaiverAnswers::signature).orElse(null))
                .rejection(rejection(row.waiver().rejection()));
    }

    private static WaiverSignature signature(Signed signed) {
        return new WaiverSignature(
                signed.on(),
                signed.by().staff().value(),
                signed.by().post().value(),
                signed.by().authorityVersion());
    }

    private static @Nullable WaiverRejection rejection(
            dev.guanjia.billing.waiver.@Nullable WaiverRejection given) {
        return given == null ? null : new WaiverRejection(given.on(), given.by().staff().value());
    }
}

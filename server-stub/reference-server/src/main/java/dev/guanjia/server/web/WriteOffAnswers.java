package dev.guanjia.server.web;

import dev.guanjia.billing.writeoff.WriteOffProposal;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.Recovery;
import dev.guanjia.server.api.model.RecoveryCreate;
import dev.guanjia.server.api.model.WriteOff;
import dev.guanjia.server.api.model.WriteOffApproval;
import dev.guanjia.server.api.model.WriteOffApprovalCreate;
import dev.guanjia.server.api.model.WriteOffCreate;
import dev.guanjia.server.api.model.WriteOffPage;
import dev.guanjia.server.api.model.WriteOffRejection;
import dev.guanjia.server.api.model.WriteOffRejectionCreate;
import dev.guanjia.server.application.WriteOffDesk;
import dev.guanjia.server.application.WriteOffSteps;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.WriteOffStore.WriteOffRow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on write-offs. */
@Component
class WriteOffAnswers {

    private final CurrentCaller caller;
    private final WriteOffDesk writeOffs;
    private final WriteOffSteps steps;

    WriteOffAnswers(CurrentCaller caller, WriteOffDesk writeOffs, WriteOffSteps steps) {
        this.caller = caller;
        this.writeOffs = writeOffs;
        this.steps = steps;
    }

    ResponseEntity<WriteOff> create(WriteOffCreate body) {
        WriteOffDesk.Draft draft =
                new WriteOffDesk.Draft(
                        body.getChargeId(),
                        body.getAmount().getAmount(),
                        body.getAmount().getCurrency(),
                        body.getReason(),
                        body.getEvidence(),
                        body.getProposedOn());
        WriteOffRow row = writeOffs.create(caller.get(), draft);
        return ResponseEntity.created(Wire.location("write-offs", row.id()))
                .eTag(Version.tag(row.version()))
                .body(writeOff(row));
    }

    ResponseEntity<WriteOff> get(String id) {
        return answer(writeOffs.get(caller.get(), id));
    }

    ResponseEntity<WriteOffPage> list(@Nullable String unitId, PageRequest request) {
        Page<WriteOff> page =
                writeOffs
                        .list(caller.get(), Optional.ofNullable(unitId), request)
                        .map(WriteOffAnswers::writeOff);
        return ResponseEntity.ok(new WriteOffPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<WriteOff> approve(String id, String ifMatch, WriteOffApprovalCreate body) {
        return answer(steps.approve(caller.get(), id, ifMatch, body.getApprovedOn()));
    }

    ResponseEntity<WriteOff> reject(String id, String ifMatch, WriteOffRejectionCreate body) {
        return answer(steps.reject(caller.get(), id, ifMatch, body.getRejectedOn()));
    }

    ResponseEntity<WriteOff> recover(String id, String ifMatch, RecoveryCreate body) {
        WriteOffSteps.Draft draft =
                new WriteOffSteps.Draft(
                        body.getPayment(),
                        body.getAmount().getAmount(),
                        body.getAmount().getCurrency(),
                        body.getRecoveredOn());
        return answer(steps.recover(caller.get(), id, ifMatch, draft));
    }

    private static ResponseEntity<WriteOff> answer(WriteOffRow row) {
        return ResponseEntity.ok().eTag(Version.tag(row.version())).body(writeOff(row));
    }

    private static WriteOff writeOff(WriteOffRow row) {
        WriteOffProposal proposal = row.writeOff().proposal();
        List<Recovery> recoveries =
                row.writeOff().recoveries().stream().map(WriteOffAnswers::recovery).toList();
        return new WriteOff(
                        row.id(),
                        proposal.charge().value(),
                        row.key().unit().value(),
                        Wire.money(proposal.amount()),
                        proposal.grounds().reason(),
                        proposal.grounds().evidence(),
                        proposal.proposedOn(),
                        proposal.proposer().staff().value(),
                        row.writeOff().state().name(),
                        Wire.money(row.writeOff().standing()),
                        recoveries,
                        Wire.at(row.recordedAt()))
                .approval(approval(row.writeOff().approval()))
                .rejection(rejection(row.writeOff().rejection()));
    }

    private static Recovery recovery(dev.guanjia.billing.writeoff.Recovery recovery) {
        return new Recovery(recovery.payment(), Wire.money(recovery.amount()), recovery.on());
    }

    private static @Nullable WriteOffApproval approval(
            dev.guanjia.billing.writeoff.@Nullable WriteOffApproval given) {
        return given == null
                ? null
                : new WriteOffApproval(
                        given.on(),
                        given.by().staff().value(),
                        given.by().post().value(),
                        given.reference());
    }

    private static @Nullable WriteOffRejection rejection(
            dev.guanjia.billing.writeoff.@Nullable WriteOffRejection given) {
        return given == null ? null : new WriteOffRejection(given.on(), given.by().staff().value());
    }
}

package dev.guanjia.server.web;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.api.model.DispatchCandidate;
import dev.guanjia.server.api.model.DispatchDuty;
import dev.guanjia.server.api.model.DispatchExclusion;
import dev.guanjia.server.api.model.DispatchProfile;
import dev.guanjia.server.api.model.DispatchProposal;
import dev.guanjia.server.api.model.DutySpan;
import dev.guanjia.server.api.model.PooledWorkOrder;
import dev.guanjia.server.api.model.WorkOrderDispatch;
import dev.guanjia.server.application.DispatchReader.Offer;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.store.DispatchProfileStore.ProfileRow;
import dev.guanjia.server.store.DispatchStore.Author;
import dev.guanjia.server.store.DispatchStore.Choice;
import dev.guanjia.server.store.DispatchStore.DispatchRow;
import dev.guanjia.server.store.DutySpanStore.SpanRow;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.dispatch.Job;
import dev.guanjia.workorder.dispatch.OnDuty;
import dev.guanjia.workorder.dispatch.Proposal;
import dev.guanjia.workorder.dispatch.Rank;
import dev.guanjia.workorder.dispatch.Worker;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who can be sent, on the wire. */
final class DispatchMapping {

    private DispatchMapping() {}

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    static DispatchProfile profile(ProfileRow row) {
        return new DispatchProfile(
                row.id(), row.staffId(), row.post(), row.areas(), row.limit(), row.from());
    }

    static DutySpan span(SpanRow row) {
        OnDuty time = row.time();
        return new DutySpan(
                row.id(),
                row.staffId(),
                Wire.at(time.span().start()),
                Wire.at(time.span().end()),
                time.onCall());
    }

    static DispatchProposal proposal(String orderId, Proposal proposal, Language language) {
        Job job = proposal.job();
        return new DispatchProposal(
                orderId,
                Wire.at(job.at()),
                job.area(),
                job.emergency(),
                job.needs().stream().map(QualificationKey::value).toList(),
                proposal.ranked().stream().map(rank -> candidate(rank, job.at())).toList(),
                proposal.excluded().entrySet().stream()
                        .map(entry -> exclusion(entry.getKey(), entry.getValue(), language))
                        .toList());
    }

    private static DispatchCandidate candidate(Rank rank, Instant at) {
        Worker worker = rank.worker();
        Instant sent = worker.lastSentAt();
        return new DispatchCandidate(
                        rank.place(),
                        worker.staff().value(),
                        worker.post().value(),
                        List.copyOf(worker.areas()),
                        duty(worker, at),
                        worker.load(),
                        worker.limit(),
                        rank.by().name(),
                        Wire.label(rank.by().label()))
                .lastSentAt(sent == null ? null : Wire.at(sent));
    }

    /** Of several, one at work rather than on call. */
    private static DispatchDuty duty(Worker worker, Instant at) {
        OnDuty time =
                worker.times().stream()
                        .filter(each -> each.span().contains(at))
                        .min(Comparator.comparing(OnDuty::onCall))
                        .orElseThrow();
        return new DispatchDuty(
                Wire.at(time.span().start()), Wire.at(time.span().end()), time.onCall());
    }

    private static DispatchExclusion exclusion(
            StaffId staff, List<Refusal> reasons, Language language) {
        return new DispatchExclusion(
                staff.value(),
                reasons.stream().map(each -> ReasonMapping.reason(each, language)).toList());
    }

    static WorkOrderDispatch dispatch(DispatchRow row) {
        Choice choice = row.choice();
        Author author = row.author();
        return new WorkOrderDispatch(
                        row.id(),
                        row.orderId(),
                        choice.way(),
                        choice.state(),
                        choice.needs(),
                        row.offered(),
                        Wire.at(author.occurredAt()),
                        author.staffId(),
                        author.post(),
                        Wire.at(author.recordedAt()))
                .assigneeId(choice.assignee())
                .place(choice.place())
                .by(choice.criterion())
                .reason(choice.reason());
    }

    static PooledWorkOrder offer(Offer offer) {
        WorkOrder order = offer.row().order().order();
        Intake intake = order.intake();
        UnitId unit = intake.unit();
        return new PooledWorkOrder(
                        order.id().value(),
                        intake.kind().name(),
                        intake.title(),
                        intake.community().value(),
                        offer.job().area(),
                        Wire.at(offer.row().offeredAt()),
                        offer.job().needs().stream().map(QualificationKey::value).toList(),
                        Version.tag(offer.row().order().version()))
                .unitId(unit == null ? null : unit.value())
                .dueAt(order.due().dueAt().map(Wire::at).orElse(null));
    }
}

package dev.guanjia.server.web;

import dev.guanjia.decision.Language;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.authority.Grounds;
import dev.guanjia.organisation.authority.StepDecision;
import dev.guanjia.server.api.model.Approval;
import dev.guanjia.server.api.model.ApprovalCreate;
import dev.guanjia.server.api.model.ApprovalDecision;
import dev.guanjia.server.api.model.ApprovalEvent;
import dev.guanjia.server.api.model.ApprovalPage;
import dev.guanjia.server.api.model.ApprovalStep;
import dev.guanjia.server.application.ApprovalDesk.Done;
import dev.guanjia.server.application.ApprovalDesk.Draft;
import dev.guanjia.server.application.ApprovalDesk.Sum;
import dev.guanjia.server.application.ApprovalReader.ApprovalView;
import dev.guanjia.server.application.ApprovalReader.Happening;
import dev.guanjia.server.audit.AuditReader.AuditRow;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.store.ApprovalEventStore.EventRow;
import dev.guanjia.server.store.ApprovalEventStore.Taken;
import dev.guanjia.server.store.ApprovalStore.Matter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Approvals on the wire. */
final class ApprovalMapping {

    /** Stands for the post of whoever acted in none. */
    private static final String NO_POST = "NO_POST";

    private static final Comparator<ApprovalStep> ORDER =
            Comparator.comparing(ApprovalStep::getOrder).thenComparing(ApprovalStep::getStepId);

    private ApprovalMapping() {}

    static Draft draft(ApprovalCreate body) {
        return new Draft(
                body.getKind(),
                sum(body.getAmount()),
                new Matter(body.getSubject(), body.getReference()),
                body.getAttachments(),
                Objects.requireNonNullElse(
                                body.getActs(), List.<dev.guanjia.server.api.model.ActDone>of())
                        .stream()
                        .map(done -> new Done(done.getAct(), done.getStaffId()))
                        .toList());
    }

    static Optional<Sum> sum(dev.guanjia.server.api.model.@Nullable Money money) {
        return Optional.ofNullable(money).map(sum -> new Sum(sum.getAmount(), sum.getCurrency()));
    }

    static ApprovalPage page(Page<ApprovalView> page) {
        return new ApprovalPage(page.map(ApprovalMapping::approval).items())
                .nextCursor(page.nextCursor());
    }

    static Approval approval(ApprovalView view) {
        dev.guanjia.organisation.authority.ApprovalRequest request = view.row().request();
        return new Approval(
                        request.id(),
                        request.kind().value(),
                        view.row().matter().subject(),
                        request.attachments(),
                        request.requester().staff().value(),
                        request.requester().post().value(),
                        Wire.at(view.row().requestedAt()),
                        view.row().state().name(),
                        steps(view))
                .amount(request.amount().map(ApprovalMapping::money).orElse(null))
                .reference(view.row().matter().reference());
    }

    private static List<ApprovalStep> steps(ApprovalView view) {
        Stream<ApprovalStep> taken =
                view.taken().stream()
                        .map(
                                decision ->
                                        step(
                                                        decision.grounds().step(),
                                                        decision.grounds().actor().post().value())
                                                .decision(decision(decision)));
        Stream<ApprovalStep> open =
                view.open().stream().map(step -> step(step.step(), step.post().value()));
        return Stream.concat(taken, open).sorted(ORDER).toList();
    }

    private static ApprovalStep step(
            dev.guanjia.organisation.authority.ApprovalStep step, String post) {
        return new ApprovalStep(
                step.id(), Wire.label(step.label()), step.order(), step.act().name(), post);
    }

    private static ApprovalDecision decision(StepDecision taken) {
        Grounds grounds = taken.grounds();
        return new ApprovalDecision(
                        grounds.step().id(),
                        taken.verdict().name(),
                        Wire.at(taken.at()),
                        grounds.actor().staff().value(),
                        grounds.actor().post().value(),
                        grounds.actor().authorityVersion())
                .reason(said(taken.reason()))
                .limit(grounds.limit().map(row -> money(row.limit())).orElse(null))
                .delegationId(grounds.delegation().map(row -> row.id()).orElse(null));
    }

    static ApprovalEvent event(Happening happening, Language language) {
        return happening
                .event()
                .map(ApprovalMapping::event)
                .orElseGet(() -> refused(happening.attempt().orElseThrow(), language));
    }

    private static ApprovalEvent event(EventRow row) {
        return new ApprovalEvent(
                        row.action(),
                        Wire.at(row.when().at()),
                        row.by().staff().value(),
                        row.by().post().value())
                .decision(row.taken().map(taken -> decision(row, taken)).orElse(null));
    }

    private static ApprovalDecision decision(EventRow row, Taken taken) {
        return new ApprovalDecision(
                        taken.stepId(),
                        taken.verdict().name(),
                        Wire.at(row.when().at()),
                        row.by().staff().value(),
                        row.by().post().value(),
                        row.by().authorityVersion())
                .reason(said(row.reason()))
                .limit(taken.limit().map(limit -> money(limit.limit())).orElse(null))
                .delegationId(taken.delegationId());
    }

    private static ApprovalEvent refused(AuditRow row, Language language) {
        String post = row.who().post();
        return new ApprovalEvent(
                        "REFUSED",
                        Wire.at(row.recordedAt()),
                        row.who().staffId(),
                        post == null ? NO_POST : post)
                .reasons(
                        row.attempt().reasons().stream()
                                .map(reason -> ReasonMapping.reason(reason, language))
                                .toList());
    }

    private static dev.guanjia.server.api.model.Money money(Money money) {
        return Wire.money(money);
    }

    private static @Nullable String said(String reason) {
        return reason.isEmpty() ? null : reason;
    }
}

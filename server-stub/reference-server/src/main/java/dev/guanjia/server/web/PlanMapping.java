package dev.guanjia.server.web;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.PlanHead;
import dev.guanjia.plan.PlanId;
import dev.guanjia.plan.PlanItemId;
import dev.guanjia.plan.PlanTarget;
import dev.guanjia.plan.WorkPlan;
import dev.guanjia.quality.Display;
import dev.guanjia.server.api.model.DutyEvidence;
import dev.guanjia.server.api.model.Money;
import dev.guanjia.server.api.model.Plan;
import dev.guanjia.server.api.model.PlanCreate;
import dev.guanjia.server.api.model.PlanEvent;
import dev.guanjia.server.api.model.PlanItem;
import dev.guanjia.server.api.model.PlanItemCreate;
import dev.guanjia.server.api.model.PlanPart;
import dev.guanjia.server.api.model.PlanResultCreate;
import dev.guanjia.server.api.model.PlanSummary;
import dev.guanjia.server.api.model.PlanSummaryLine;
import dev.guanjia.server.application.DutyDesk.Proof;
import dev.guanjia.server.application.OccurrenceIds;
import dev.guanjia.server.application.PlanDesk;
import dev.guanjia.server.application.PlanItems;
import dev.guanjia.server.application.PlanItems.Amount;
import dev.guanjia.server.application.PlanOutcomes;
import dev.guanjia.server.application.PlanReader.Summed;
import dev.guanjia.server.store.PlanStore.PlanRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans on the wire. */
final class PlanMapping {

    private PlanMapping() {}

    static PlanDesk.Draft draft(PlanCreate body) {
        return new PlanDesk.Draft(
                body.getKind(),
                body.getTitle(),
                body.getDepartment(),
                body.getPeriod(),
                body.getParentId(),
                new PlanDesk.Posts(body.getPreparer(), body.getReviewer(), body.getApprover()),
                items(body.getItems()));
    }

    static List<PlanItems.Draft> items(List<PlanItemCreate> items) {
        return items.stream()
                .map(
                        item ->
                                new PlanItems.Draft(
                                        item.getText(),
                                        item.getOwner(),
                                        item.getNodeOn(),
                                        item.getEvidence(),
                                        new PlanItems.Target(amount(item.getTarget()), parts(item)),
                                        item.getUnder()))
                .toList();
    }

    private static List<PlanItems.Part> parts(PlanItemCreate item) {
        List<PlanPart> parts = item.getParts();
        return parts == null
                ? List.of()
                : parts.stream()
                        .map(
                                part ->
                                        new PlanItems.Part(
                                                part.getDepartment(),
                                                part.getPeriod(),
                                                new Amount(
                                                        part.getAmount().getAmount(),
                                                        part.getAmount().getCurrency())))
                        .toList();
    }

    private static @Nullable Amount amount(@Nullable Money money) {
        return money == null ? null : new Amount(money.getAmount(), money.getCurrency());
    }

    static List<PlanOutcomes.Draft> results(List<PlanResultCreate> results) {
        return results.stream()
                .map(
                        result ->
                                new PlanOutcomes.Draft(
                                        result.getItemId(),
                                        result.getOutcome(),
                                        amount(result.getActual()),
                                        result.getEvidence().stream()
                                                .map(
                                                        proof ->
                                                                new Proof(
                                                                        proof.getRecord(),
                                                                        proof.getReference()))
                                                .toList(),
                                        result.getNote()))
                .toList();
    }

    static Plan plan(PlanRow row) {
        WorkPlan plan = row.plan();
        PlanHead head = plan.head();
        return new Plan(
                        head.id().value(),
                        head.kind().name(),
                        head.title(),
                        head.department().value(),
                        head.period().toString(),
                        head.posts().preparer().value(),
                        head.posts().reviewer().value(),
                        plan.state().name(),
                        plan.items().stream().map(item -> item(item, row.dutiesFrom())).toList(),
                        plan.events().stream().map(PlanMapping::event).toList())
                .parentId(head.parent().map(PlanId::value).orElse(null))
                .approver(head.posts().approver().map(PostKey::value).orElse(null));
    }

    private static PlanItem item(dev.guanjia.plan.PlanItem item, Optional<LocalDate> dutiesFrom) {
        PlanItem answer =
                new PlanItem(
                                item.id().value(),
                                item.text(),
                                item.owner().value(),
                                item.node(),
                                item.evidence())
                        .target(item.amount().map(Wire::money).orElse(null))
                        .under(item.under().map(PlanItemId::value).orElse(null))
                        .occurrenceId(dutiesFrom.map(from -> occurrence(item, from)).orElse(null));
        List<PlanPart> parts =
                item.target().map(PlanTarget::parts).orElse(List.of()).stream()
                        .map(
                                part ->
                                        new PlanPart(
                                                part.department().value(),
                                                part.period().toString(),
                                                Wire.money(part.amount())))
                        .toList();
        return parts.isEmpty() ? answer : answer.parts(parts);
    }

    private static String occurrence(dev.guanjia.plan.PlanItem item, LocalDate from) {
        return OccurrenceIds.of(
                new OccurrenceKey(item.id().duty(), item.owner(), Cadence.EVENT, from));
    }

    private static PlanEvent event(dev.guanjia.plan.PlanEvent event) {
        dev.guanjia.plan.PlanEvent.Act act = event.act();
        return new PlanEvent(
                        event.action().name(),
                        Wire.at(act.at()),
                        act.actor().staff().value(),
                        act.actor().post().value())
                .note(act.note().isEmpty() ? null : act.note());
    }

    static PlanSummary summary(Summed summed) {
        dev.guanjia.plan.PlanSummary summary = summed.summary();
        int done =
                (int)
                        summary.lines().stream()
                                .filter(
                                        line ->
                                                line.result().outcome()
                                                        == dev.guanjia.plan.PlanResult.Outcome.DONE)
                                .count();
        return new PlanSummary(
                summary.plan().head().id().value(),
                done,
                summary.lines().size(),
                Display.PERCENT.text(summary.doneRate()),
                summary.lines().stream().map(line -> line(line, summed.dutiesFrom())).toList());
    }

    private static PlanSummaryLine line(
            dev.guanjia.plan.PlanSummary.Line line, Optional<LocalDate> dutiesFrom) {
        dev.guanjia.plan.PlanResult result = line.result();
        return new PlanSummaryLine(
                        item(line.item(), dutiesFrom),
                        result.outcome().name(),
                        result.evidence().stream()
                                .map(proof -> new DutyEvidence(proof.record(), proof.reference()))
                                .toList())
                .actual(result.actual().map(Wire::money).orElse(null))
                .variance(line.variance().map(Wire::money).orElse(null))
                .note(result.note().isEmpty() ? null : result.note());
    }
}

package dev.guanjia.server.web;

import dev.guanjia.billing.dunning.Contact;
import dev.guanjia.billing.dunning.NextStep;
import dev.guanjia.billing.dunning.OutOfRemit;
import dev.guanjia.billing.dunning.Promise;
import dev.guanjia.server.api.model.DunningCase;
import dev.guanjia.server.api.model.DunningContact;
import dev.guanjia.server.api.model.DunningContactCreate;
import dev.guanjia.server.api.model.DunningLevel;
import dev.guanjia.server.api.model.DunningOutcome;
import dev.guanjia.server.api.model.DunningRound;
import dev.guanjia.server.api.model.FeeQuestion;
import dev.guanjia.server.api.model.HeldPromise;
import dev.guanjia.server.api.model.NextDunningStep;
import dev.guanjia.server.api.model.OutOfRemitRequest;
import dev.guanjia.server.api.model.PayerUnit;
import dev.guanjia.server.api.model.PaymentPromise;
import dev.guanjia.server.application.DunningDesk.Seen;
import dev.guanjia.server.application.DunningRoundDesk.Outcome;
import dev.guanjia.server.application.DunningSteps.Draft;
import dev.guanjia.server.application.DunningSteps.DraftPromise;
import dev.guanjia.server.store.DunningContactStore.ContactRow;
import dev.guanjia.server.store.DunningContactStore.Pledge;
import dev.guanjia.server.store.DunningRoundStore.OutcomeRow;
import dev.guanjia.server.store.DunningRoundStore.RoundRow;
import dev.guanjia.server.store.FeeTalkStore.Said;
import dev.guanjia.server.store.PayerNameStore.Known;
import java.util.List;
import java.util.Optional;

/** Dunning, as the document writes it. */
final class DunningMapping {

    /** As many as the document allows. */
    private static final int MOST_UNITS = 1000;

    private DunningMapping() {}

    static DunningLevel level(dev.guanjia.billing.dunning.DunningLevel level) {
        return new DunningLevel(
                level.key(),
                Wire.label(level.label()),
                level.action().name(),
                level.channel().name(),
                level.daysOverdue(),
                level.mayBeSkipped());
    }

    static DunningRound round(RoundRow row) {
        return new DunningRound(
                row.id(),
                row.community(),
                row.on(),
                row.counts().opened(),
                row.counts().continued(),
                row.counts().skipped(),
                Wire.at(row.recordedAt()));
    }

    static DunningOutcome outcome(Outcome seen) {
        OutcomeRow row = seen.row();
        return new DunningOutcome(
                        row.payer().toString(),
                        units(seen.known()),
                        row.result(),
                        row.reason(),
                        Wire.money(row.overdue()))
                .payerName(seen.known().name())
                .caseId(row.caseId())
                .level(row.level());
    }

    private static List<PayerUnit> units(Known known) {
        return known.units().stream()
                .limit(MOST_UNITS)
                .map(
                        unit ->
                                new PayerUnit(
                                        unit.id(),
                                        unit.number(),
                                        unit.buildingId(),
                                        unit.building()))
                .toList();
    }

    static DunningCase dunning(Seen seen) {
        dev.guanjia.billing.dunning.DunningCase dunning = seen.row().dunning();
        return new DunningCase(
                        seen.row().id(),
                        seen.row().community(),
                        dunning.payer().toString(),
                        units(seen.known()),
                        dunning.state().name(),
                        seen.row().openedOn(),
                        next(seen.next()))
                .payerName(seen.known().name())
                .level(seen.row().level())
                .promise(
                        seen.promise()
                                .flatMap(
                                        standing ->
                                                Optional.ofNullable(dunning.promise())
                                                        .map(made -> promise(made, standing)))
                                .orElse(null));
    }

    private static HeldPromise promise(Promise promise, Promise.Standing standing) {
        return new HeldPromise(
                Wire.money(promise.amount()), promise.madeOn(), promise.by(), standing.name());
    }

    private static NextDunningStep next(NextStep next) {
        return new NextDunningStep(
                        next.reason().name(),
                        Math.toIntExact(next.daysOverdue()),
                        Wire.money(next.overdue()))
                .level(
                        Optional.ofNullable(next.level())
                                .map(dev.guanjia.billing.dunning.DunningLevel::key)
                                .orElse(null));
    }

    static Draft draft(DunningContactCreate body) {
        return new Draft(
                body.getAction(),
                body.getChannel(),
                body.getOutcome(),
                body.getNote(),
                body.getOccurredAt(),
                Optional.ofNullable(body.getPromise()).map(DunningMapping::promise));
    }

    private static DraftPromise promise(PaymentPromise promise) {
        return new DraftPromise(
                promise.getAmount().getAmount(),
                promise.getAmount().getCurrency(),
                promise.getBy());
    }

    static DunningContact contact(ContactRow row) {
        Contact contact = row.contact();
        return new DunningContact(
                        row.number(),
                        contact.action().name(),
                        contact.channel().name(),
                        contact.outcome().name(),
                        contact.note(),
                        Wire.at(contact.at()),
                        Wire.at(row.recordedAt()),
                        contact.actor().staff().value(),
                        contact.actor().post().value())
                .promise(
                        Optional.ofNullable(row.pledge()).map(DunningMapping::pledge).orElse(null));
    }

    private static PaymentPromise pledge(Pledge pledge) {
        return new PaymentPromise(Wire.money(pledge.amount()), pledge.by());
    }

    static OutOfRemitRequest request(Said<OutOfRemit> row) {
        return new OutOfRemitRequest(
                row.id(),
                row.said().request(),
                row.said().explanation(),
                row.said().solutions(),
                Wire.at(row.recordedAt()));
    }

    static FeeQuestion question(Said<dev.guanjia.billing.dunning.FeeQuestion> row) {
        return new FeeQuestion(
                row.id(), row.said().question(), row.said().answer(), Wire.at(row.recordedAt()));
    }
}

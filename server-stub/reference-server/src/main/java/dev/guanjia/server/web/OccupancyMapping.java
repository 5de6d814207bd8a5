package dev.guanjia.server.web;

import dev.guanjia.property.tenure.Stretch;
import dev.guanjia.server.api.model.Occupant;
import dev.guanjia.server.api.model.OccupantCreate;
import dev.guanjia.server.api.model.OccupantPage;
import dev.guanjia.server.api.model.OccupantPatch;
import dev.guanjia.server.api.model.Payer;
import dev.guanjia.server.api.model.PayerPiece;
import dev.guanjia.server.api.model.PayerTerm;
import dev.guanjia.server.api.model.PayerTermCreate;
import dev.guanjia.server.api.model.PayerTermPage;
import dev.guanjia.server.api.model.UnitFactChange;
import dev.guanjia.server.api.model.UnitFactChangePage;
import dev.guanjia.server.api.model.UnitFacts;
import dev.guanjia.server.api.model.UnitFactsCreate;
import dev.guanjia.server.api.model.UnitStanding;
import dev.guanjia.server.application.OccupantDesk;
import dev.guanjia.server.application.PayerTermDesk;
import dev.guanjia.server.application.UnitFactDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.store.OccupantStore.OccupantRow;
import dev.guanjia.server.store.PayerTermStore.TermRow;
import dev.guanjia.server.store.UnitFactHistoryStore.FactRow;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.openapitools.jackson.nullable.JsonNullable;

/** Facts of units, payers and occupants on the wire. */
final class OccupancyMapping {

    private OccupancyMapping() {}

    static UnitFactDesk.Draft draft(UnitFactsCreate body) {
        return new UnitFactDesk.Draft(
                body.getFrom(),
                body.getArea(),
                body.getUse(),
                body.getOwnerId(),
                body.getVacancy(),
                body.getNote(),
                Boolean.TRUE.equals(body.getCorrects()));
    }

    static UnitFacts facts(UnitFactDesk.View view) {
        UnitFacts facts = new UnitFacts(view.unitId(), view.day(), view.since());
        view.standing()
                .ifPresent(
                        standing ->
                                facts.setStanding(
                                        new UnitStanding(
                                                view.area().orElseThrow(),
                                                standing.use().name(),
                                                standing.owner().value(),
                                                standing.vacancy().name())));
        return facts;
    }

    static UnitFactChangePage changes(Page<FactRow> page) {
        return new UnitFactChangePage(page.map(OccupancyMapping::change).items())
                .nextCursor(page.nextCursor());
    }

    private static UnitFactChange change(FactRow row) {
        return new UnitFactChange(row.fact(), row.from(), Wire.at(row.recordedAt()))
                .area(row.values().area())
                .use(row.values().use())
                .ownerId(row.values().ownerId())
                .vacancy(row.values().vacancy())
                .note(row.note())
                .corrects(row.corrects() ? true : null);
    }

    static PayerTermDesk.Draft draft(PayerTermCreate body) {
        return new PayerTermDesk.Draft(
                body.getFeeItem(),
                new PayerTermDesk.Named(body.getPayer().getKind(), body.getPayer().getId()),
                body.getFrom(),
                body.getUntil(),
                body.getNote());
    }

    static PayerTerm term(TermRow row) {
        dev.guanjia.billing.payer.PayerTerm term = row.term();
        PayerTerm wire =
                new PayerTerm(
                                row.id(),
                                term.unit().value(),
                                payer(term.payer()),
                                term.from(),
                                Wire.at(row.recordedAt()))
                        .until(term.until())
                        .note(row.note());
        if (term.item() != null) {
            wire.setFeeItem(term.item().value());
        }
        return wire;
    }

    static PayerTermPage terms(Page<TermRow> page) {
        return new PayerTermPage(page.map(OccupancyMapping::term).items())
                .nextCursor(page.nextCursor());
    }

    static List<PayerPiece> pieces(List<Stretch<dev.guanjia.property.Payer>> pieces) {
        return pieces.stream()
                .map(
                        piece ->
                                new PayerPiece(
                                        piece.days().start(),
                                        piece.days().end(),
                                        payer(piece.value())))
                .toList();
    }

    private static Payer payer(dev.guanjia.property.Payer payer) {
        return new Payer(payer.kind().name(), payer.id());
    }

    static OccupantDesk.Draft draft(OccupantCreate body) {
        return new OccupantDesk.Draft(
                body.getUnitId(),
                body.getName(),
                body.getMobile(),
                new OccupantDesk.Days(body.getFrom(), body.getUntil()));
    }

    static OccupantDesk.Change change(OccupantPatch patch) {
        return new OccupantDesk.Change(
                Optional.ofNullable(patch.getName()),
                changed(patch.getMobile()),
                changed(patch.getFrom()),
                changed(patch.getUntil()));
    }

    private static <T> UnaryOperator<Optional<T>> changed(JsonNullable<T> given) {
        return old -> given.isPresent() ? Optional.ofNullable(given.get()) : old;
    }

    static Occupant occupant(OccupantRow row) {
        return new Occupant(
                        row.id(), row.unitId(), row.occupant().name(), Wire.at(row.recordedAt()))
                .mobile(row.occupant().mobile())
                .from(row.occupant().stay().from())
                .until(row.occupant().stay().until());
    }

    static OccupantPage occupants(Page<OccupantRow> page) {
        return new OccupantPage(page.map(OccupancyMapping::occupant).items())
                .nextCursor(page.nextCursor());
    }
}

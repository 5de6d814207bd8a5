package dev.guanjia.server.web;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.Absence;
import dev.guanjia.security.shift.LogEntry;
import dev.guanjia.server.api.model.Handover;
import dev.guanjia.server.api.model.HandoverCheck;
import dev.guanjia.server.api.model.HandoverStep;
import dev.guanjia.server.api.model.Kit;
import dev.guanjia.server.api.model.KitCreate;
import dev.guanjia.server.api.model.NamedText;
import dev.guanjia.server.api.model.RosterTurn;
import dev.guanjia.server.api.model.ShiftLogEntry;
import dev.guanjia.server.api.model.ShiftLogEntryCreate;
import dev.guanjia.server.api.model.Station;
import dev.guanjia.server.api.model.StationCreate;
import dev.guanjia.server.api.model.StationGap;
import dev.guanjia.server.api.model.WatchEvent;
import dev.guanjia.server.application.Amount;
import dev.guanjia.server.application.ShiftLogDesk;
import dev.guanjia.server.application.StationDesk;
import dev.guanjia.server.application.StationDesk.KitDraft;
import dev.guanjia.server.application.StationDesk.Said;
import dev.guanjia.server.application.StationGapReader.Gap;
import dev.guanjia.server.application.StationReader.Shown;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import dev.guanjia.server.store.HandoverStore.HandoverRow;
import dev.guanjia.server.store.RosterStore.TurnRow;
import dev.guanjia.server.store.ShiftLogStore.EntryRow;
import dev.guanjia.server.store.StationStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Stations, rosters, logs and handovers on the wire. */
final class ShiftMapping {

    private ShiftMapping() {}

    static StationDesk.Draft draft(StationCreate body) {
        return new StationDesk.Draft(
                body.getCommunityId(),
                new Named("", body.getLabel().getZh(), body.getLabel().getEn()),
                body.getPost(),
                body.getLeader(),
                draft(body.getKit()),
                body.getLongestAbsenceMinutes());
    }

    private static KitDraft draft(KitCreate kit) {
        return new KitDraft(
                kit.getKeys(),
                kit.getGoods(),
                kit.getMoney().getAmount(),
                kit.getMoney().getCurrency(),
                kit.getEquipment().stream()
                        .map(piece -> new Said(piece.getName(), piece.getText()))
                        .toList());
    }

    static ShiftLogDesk.Draft draft(ShiftLogEntryCreate body) {
        dev.guanjia.server.api.model.Money money = body.getMoney();
        return new ShiftLogDesk.Draft(
                body.getKind(),
                body.getSubject(),
                body.getText(),
                money == null ? null : new Amount(money.getAmount(), money.getCurrency()),
                body.getOccurredAt().toInstant());
    }

    static Station station(Shown shown) {
        dev.guanjia.security.shift.Station station = shown.row().station();
        StationStore.End end = shown.row().end();
        return new Station(
                        station.id(),
                        shown.row().communityId(),
                        Wire.label(station.label()),
                        station.post().value(),
                        station.leader().value(),
                        kit(shown.kit()),
                        (int) station.absence().toMinutes())
                .to(end == null ? null : end.to())
                .responsibleId(shown.responsible().map(StaffId::value).orElse(null))
                .onPostId(shown.onPost().map(StaffId::value).orElse(null));
    }

    private static Kit kit(dev.guanjia.security.shift.Kit kit) {
        return new Kit(
                List.copyOf(kit.keys()),
                List.copyOf(kit.goods()),
                texts(kit.lent()),
                Wire.money(kit.money()),
                texts(kit.equipment()),
                texts(kit.matters()));
    }

    private static List<NamedText> texts(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(each -> new NamedText(each.getKey(), each.getValue()))
                .toList();
    }

    static RosterTurn turn(TurnRow row) {
        return new RosterTurn(
                row.id(),
                row.turn().station(),
                row.turn().staff().value(),
                Wire.at(row.turn().span().start()),
                Wire.at(row.turn().span().end()));
    }

    static WatchEvent event(dev.guanjia.security.shift.WatchEvent event) {
        return new WatchEvent(event.kind().name(), event.staff().value(), Wire.at(event.at()))
                .consentBy(event.consent().map(actor -> actor.staff().value()).orElse(null))
                .consentPost(event.consent().map(actor -> actor.post().value()).orElse(null));
    }

    static ShiftLogEntry entry(EntryRow row) {
        LogEntry entry = row.entry();
        return new ShiftLogEntry(
                        entry.kind().name(),
                        entry.subject(),
                        entry.text(),
                        Wire.at(entry.at()),
                        row.holder(),
                        row.by())
                .money(entry.money().map(Wire::money).orElse(null));
    }

    static Handover handover(HandoverRow row) {
        dev.guanjia.security.shift.Handover handover = row.handover();
        SortedMap<String, String> found = handover.found();
        Optional<Absence> absence = handover.absence();
        return new Handover(
                        row.id(),
                        handover.station().id(),
                        handover.log().holder().value(),
                        handover.relief().value(),
                        handover.responsible().value(),
                        handover.state().name(),
                        Wire.at(row.preparedAt()),
                        kit(handover.kit()),
                        handover.kit().items().stream()
                                .map(item -> check(item, found.get(item)))
                                .toList(),
                        handover.events().stream().map(ShiftMapping::step).toList())
                .leaderId(absence.map(missing -> missing.leader().staff().value()).orElse(null))
                .absenceReason(absence.map(Absence::reason).orElse(null));
    }

    private static HandoverCheck check(String item, @Nullable String unclear) {
        boolean isClear = unclear != null && unclear.isEmpty();
        return new HandoverCheck(item, unclear != null, isClear)
                .text(unclear == null || isClear ? null : unclear);
    }

    private static HandoverStep step(dev.guanjia.security.shift.HandoverEvent event) {
        return new HandoverStep(event.action().name(), event.by().value(), Wire.at(event.at()))
                .item(event.item().isEmpty() ? null : event.item())
                .text(event.text().isEmpty() ? null : event.text());
    }

    static StationGap gap(Gap gap) {
        dev.guanjia.security.shift.Station station = gap.station().station();
        return new StationGap(
                        station.id(),
                        Wire.label(station.label()),
                        gap.kind().name(),
                        Wire.at(gap.span().start()),
                        Wire.at(gap.span().end()))
                .responsibleId(gap.responsible().map(StaffId::value).orElse(null));
    }
}

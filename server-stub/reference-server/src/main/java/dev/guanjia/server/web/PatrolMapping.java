package dev.guanjia.server.web;

import dev.guanjia.money.Rational;
import dev.guanjia.property.BuildingId;
import dev.guanjia.security.patrol.CheckItem;
import dev.guanjia.security.patrol.Checkpoint;
import dev.guanjia.security.patrol.PatrolPlan.Sort;
import dev.guanjia.security.patrol.PatrolPlan.Window;
import dev.guanjia.security.patrol.ShiftConformity;
import dev.guanjia.server.api.model.Label;
import dev.guanjia.server.api.model.PatrolAreaConformity;
import dev.guanjia.server.api.model.PatrolCheckItem;
import dev.guanjia.server.api.model.PatrolCheckpoint;
import dev.guanjia.server.api.model.PatrolConformity;
import dev.guanjia.server.api.model.PatrolPlan;
import dev.guanjia.server.api.model.PatrolPlanCreate;
import dev.guanjia.server.api.model.PatrolRoute;
import dev.guanjia.server.api.model.PatrolRouteCreate;
import dev.guanjia.server.api.model.PatrolVisit;
import dev.guanjia.server.api.model.PatrolWindow;
import dev.guanjia.server.application.PatrolConformityReader.Judged;
import dev.guanjia.server.application.PatrolPlanDesk;
import dev.guanjia.server.application.PatrolPlanDesk.Shown;
import dev.guanjia.server.application.PatrolPlanDesk.Slot;
import dev.guanjia.server.application.PatrolRouteDesk;
import dev.guanjia.server.application.PatrolRouteDesk.ItemDraft;
import dev.guanjia.server.application.PatrolRouteDesk.PointDraft;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import dev.guanjia.server.store.PatrolPlanStore.PlanRow;
import dev.guanjia.server.store.PatrolPlanStore.Scope;
import dev.guanjia.server.store.PatrolRouteStore.RouteRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Routes, plans and verdicts on the wire. */
final class PatrolMapping {

    /** The key of the plan of a shift that gives itself none. */
    private static final String MAIN = "patrol";

    private PatrolMapping() {}

    static PatrolRouteDesk.Draft draft(PatrolRouteCreate body) {
        return new PatrolRouteDesk.Draft(
                body.getCommunityId(),
                body.getLabel().getZh(),
                body.getLabel().getEn(),
                body.getCheckpoints().stream().map(PatrolMapping::draft).toList());
    }

    private static PointDraft draft(PatrolCheckpoint point) {
        return new PointDraft(
                point.getId(),
                point.getArea(),
                point.getPlace(),
                point.getBuildingId(),
                point.getWithinMinutes(),
                point.getItems().stream().map(PatrolMapping::draft).toList());
    }

    private static ItemDraft draft(PatrolCheckItem item) {
        Label label = item.getLabel();
        return new ItemDraft(
                new Named(item.getId(), label.getZh(), label.getEn()),
                item.getKind(),
                item.getLower(),
                item.getUpper(),
                item.getSeverity());
    }

    static PatrolRoute route(RouteRow row) {
        return new PatrolRoute(
                        row.route().id(),
                        row.communityId(),
                        Wire.label(row.route().label()),
                        row.route().checkpoints().stream().map(PatrolMapping::point).toList())
                .to(row.to());
    }

    private static PatrolCheckpoint point(Checkpoint point) {
        return new PatrolCheckpoint(
                        point.id(),
                        point.area(),
                        point.place(),
                        (int) point.within().toMinutes(),
                        point.items().stream().map(PatrolMapping::item).toList())
                .buildingId(point.building().map(BuildingId::value).orElse(null));
    }

    private static PatrolCheckItem item(CheckItem item) {
        return new PatrolCheckItem(
                        item.id(),
                        Wire.label(item.label()),
                        item.kind().name(),
                        item.severity().name())
                .lower(item.lower().map(Rational::decimalText).orElse(null))
                .upper(item.upper().map(Rational::decimalText).orElse(null));
    }

    static PatrolPlanDesk.Draft draft(PatrolPlanCreate body) {
        return new PatrolPlanDesk.Draft(
                new Scope(
                        body.getCommunityId(),
                        body.getShiftId(),
                        Objects.requireNonNullElse(body.getKey(), MAIN),
                        body.getFrom()),
                Objects.requireNonNullElse(body.getSort(), Sort.PATROL.name()),
                body.getDutyId(),
                body.getPost(),
                body.getMinimum(),
                body.getRouteIds(),
                body.getWindows().stream()
                        .map(window -> new Slot(window.getFromMinute(), window.getToMinute()))
                        .toList());
    }

    static PatrolPlan plan(Shown shown) {
        PlanRow row = shown.row();
        return new PatrolPlan(
                row.id(),
                row.scope().communityId(),
                row.scope().shiftId(),
                row.scope().key(),
                row.terms().sort().name(),
                row.terms().dutyId(),
                row.terms().post(),
                row.terms().minimum(),
                List.copyOf(shown.areas()),
                row.terms().routeIds(),
                windows(row.terms().windows()),
                row.scope().from());
    }

    private static List<PatrolWindow> windows(List<Window> windows) {
        return windows.stream()
                .map(
                        window ->
                                new PatrolWindow(
                                        (int) window.from().toMinutes(),
                                        (int) window.to().toMinutes()))
                .toList();
    }

    static PatrolConformity conformity(Judged judged) {
        ShiftConformity verdict = judged.verdict();
        Map<String, Integer> missing = verdict.count().missing();
        List<PatrolAreaConformity> areas =
                verdict.visits().keySet().stream().map(area -> area(verdict, area)).toList();
        Scope scope = judged.plan().scope();
        return new PatrolConformity(
                judged.plan().id(),
                scope.communityId(),
                scope.shiftId(),
                scope.key(),
                judged.plan().terms().sort().name(),
                judged.day(),
                Wire.at(judged.starts()),
                Wire.at(judged.ends()),
                judged.ended(),
                verdict.isConform(),
                missing.values().stream().mapToInt(Integer::intValue).sum(),
                areas);
    }

    private static PatrolAreaConformity area(ShiftConformity verdict, String area) {
        List<PatrolVisit> visits =
                verdict.visits().get(area).stream()
                        .map(visit -> new PatrolVisit(visit.round().value(), Wire.at(visit.at())))
                        .toList();
        return new PatrolAreaConformity(
                area,
                verdict.count().required(),
                visits.size(),
                verdict.count().missing().getOrDefault(area, 0),
                visits,
                windows(verdict.empty().getOrDefault(area, List.of())));
    }
}

package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Rational;
import dev.guanjia.property.BuildingId;
import dev.guanjia.security.patrol.CheckItem;
import dev.guanjia.security.patrol.Checkpoint;
import dev.guanjia.security.patrol.Finding;
import dev.guanjia.server.application.PatrolRouteDesk.ItemDraft;
import dev.guanjia.server.application.PatrolRouteDesk.PointDraft;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Reads the checkpoints that a caller gave; every fault is noted at its place. */
final class PatrolRouteIntake {

    private static final String ONCE = "each key once";

    private final Given given;

    PatrolRouteIntake(Given given) {
        this.given = given;
    }

    /** Where areas are registered, each checkpoint names one of them. */
    List<Checkpoint> points(
            List<PointDraft> drafts, SortedSet<String> areas, Set<String> buildings) {
        for (int i = 0; i < drafts.size(); i++) {
            String area = drafts.get(i).area();
            if (!areas.isEmpty() && !areas.contains(area)) {
                given.unknown("/checkpoints/" + i + "/area", area);
            }
        }
        return points(drafts, buildings);
    }

    private List<Checkpoint> points(List<PointDraft> drafts, Set<String> buildings) {
        List<Checkpoint> points = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int last = 0;
        for (int i = 0; i < drafts.size(); i++) {
            PointDraft draft = drafts.get(i);
            String at = "/checkpoints/" + i;
            once(at + "/id", draft.id(), seen);
            if (draft.within() < last) {
                given.wrong(
                        at + "/within_minutes",
                        FieldCode.OUT_OF_RANGE,
                        "expected",
                        last + " or more");
            }
            last = draft.within();
            String building = draft.buildingId();
            if (building != null && !buildings.contains(building)) {
                given.unknown(at + "/building_id", building);
            }
            Optional<String> place = given.text(at + "/place", draft.place());
            List<CheckItem> items = items(at + "/items/", draft.items());
            place.filter(said -> items.size() == draft.items().size())
                    .ifPresent(said -> points.add(point(draft, items)));
        }
        return points;
    }

    private static Checkpoint point(PointDraft draft, List<CheckItem> items) {
        Duration within = Duration.ofMinutes(draft.within());
        Set<String> keys = new HashSet<>();
        List<CheckItem> own = items.stream().filter(item -> keys.add(item.id())).toList();
        Optional<BuildingId> building =
                Optional.ofNullable(draft.buildingId()).map(BuildingId::new);
        return new Checkpoint(draft.id(), draft.area(), draft.place(), building, within, own);
    }

    private List<CheckItem> items(String at, List<ItemDraft> drafts) {
        List<CheckItem> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            once(at + i + "/id", drafts.get(i).name().id(), seen);
            item(at + i, drafts.get(i)).ifPresent(items::add);
        }
        return items;
    }

    private Optional<CheckItem> item(String at, ItemDraft draft) {
        Optional<Label> label = label(at + "/label", draft.name());
        Optional<CheckItem.Kind> kind =
                given.known(at + "/kind", draft.kind(), CheckItem.Kind.class);
        Optional<Finding.Severity> severity =
                given.known(at + "/severity", draft.severity(), Finding.Severity.class);
        Optional<Rational> lower = value(draft.lower());
        Optional<Rational> upper = value(draft.upper());
        boolean fits = kind.isEmpty() || limits(at, kind.get(), lower, upper);
        if (label.isEmpty() || kind.isEmpty() || severity.isEmpty() || !fits) {
            return Optional.empty();
        }
        return Optional.of(
                new CheckItem(
                        draft.name().id(), label.get(), kind.get(), lower, upper, severity.get()));
    }

    private boolean limits(
            String at, CheckItem.Kind kind, Optional<Rational> lower, Optional<Rational> upper) {
        String place = lower.isPresent() ? "/lower" : "/upper";
        boolean limited = lower.isPresent() || upper.isPresent();
        if (kind == CheckItem.Kind.VALUE && !limited) {
            given.faults().add(at + "/upper", FieldCode.MISSING, Map.of());
            return false;
        }
        if (kind == CheckItem.Kind.PASS_FAIL && limited) {
            given.wrong(at + place, FieldCode.OUT_OF_RANGE, "expected", "no limit");
            return false;
        }
        if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
            String least = lower.get().decimalText() + " or more";
            given.wrong(at + "/upper", FieldCode.OUT_OF_RANGE, "expected", least);
            return false;
        }
        return true;
    }

    Optional<Label> label(String at, Named name) {
        Optional<String> zh = given.text(at + "/zh", name.zh());
        Optional<String> en = given.text(at + "/en", name.en());
        return zh.isEmpty() || en.isEmpty()
                ? Optional.empty()
                : Optional.of(new Label(name.zh(), name.en()));
    }

    private void once(String pointer, String key, Set<String> seen) {
        if (!seen.add(key)) {
            given.wrong(pointer, FieldCode.OUT_OF_RANGE, "expected", ONCE);
        }
    }

    private static Optional<Rational> value(@Nullable String text) {
        return Optional.ofNullable(text).map(Rational::parse);
    }
}

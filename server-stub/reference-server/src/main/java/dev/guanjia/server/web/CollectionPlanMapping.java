package dev.guanjia.server.web;

import dev.guanjia.billing.collection.CollectionGroupId;
import dev.guanjia.billing.collection.CollectionPlanStep;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.server.api.model.CollectionGoal;
import dev.guanjia.server.api.model.CollectionGroup;
import dev.guanjia.server.api.model.CollectionPlan;
import dev.guanjia.server.api.model.CollectionPlanCreate;
import dev.guanjia.server.api.model.CollectionPlanEnding;
import dev.guanjia.server.api.model.CollectionPlanProgress;
import dev.guanjia.server.api.model.CollectionProgress;
import dev.guanjia.server.api.model.CollectionTarget;
import dev.guanjia.server.application.CollectionPlanDesk.Planned;
import dev.guanjia.server.application.CollectionPlanDesk.Progress;
import dev.guanjia.server.application.CollectionPlanInput.Draft;
import dev.guanjia.server.application.CollectionPlanInput.Group;
import dev.guanjia.server.application.CollectionPlanInput.Top;
import dev.guanjia.server.store.CollectionGroupStore.GroupRow;
import dev.guanjia.server.store.CollectionPlanStore.Head;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collection plans on the wire. */
final class CollectionPlanMapping {

    private static final int DECIMALS = 6;

    private CollectionPlanMapping() {}

    static Draft draft(CollectionPlanCreate body) {
        Top top =
                new Top(
                        body.getCommunityId(),
                        body.getName(),
                        body.getFrom(),
                        body.getTo(),
                        body.getListedOn());
        return new Draft(
                top,
                body.getGroups().stream().map(CollectionPlanMapping::group).toList(),
                body.getGoals().stream()
                        .map(goal -> Map.entry(goal.getFeeItem(), goal.getRate()))
                        .toList());
    }

    private static Group group(CollectionGroup body) {
        return new Group(
                body.getKey(),
                body.getLevel(),
                body.getAbove(),
                body.getName(),
                body.getLeaderId(),
                Optional.ofNullable(body.getBuildingIds()).orElse(List.of()));
    }

    static CollectionPlan plan(Planned planned) {
        Head head = planned.row().head();
        return new CollectionPlan(
                        planned.row().id(),
                        head.communityId(),
                        head.name(),
                        head.days().start(),
                        head.days().end(),
                        head.listedOn(),
                        planned.row().state().name(),
                        planned.row().authorId(),
                        planned.groups().stream().map(CollectionPlanMapping::group).toList(),
                        planned.goals().stream()
                                .map(
                                        goal ->
                                                new CollectionGoal(
                                                        goal.item().value(),
                                                        goal.rate().decimalText()))
                                .toList(),
                        planned.plan().split().targets().stream()
                                .map(
                                        row ->
                                                new CollectionTarget(
                                                        row.group().value(),
                                                        row.item().value(),
                                                        Wire.money(row.due()),
                                                        Wire.money(row.target())))
                                .toList(),
                        Wire.at(planned.row().recordedAt()))
                .ending(ending(planned.row().ending()));
    }

    private static @Nullable CollectionPlanEnding ending(@Nullable CollectionPlanStep step) {
        return step == null
                ? null
                : new CollectionPlanEnding(step.on(), step.by().staff().value(), step.reason());
    }

    private static CollectionGroup group(GroupRow row) {
        CollectionGroupId above = row.group().above();
        return new CollectionGroup(row.group().id().value(), row.group().level().name(), row.name())
                .above(above == null ? null : above.value())
                .leaderId(row.leaderId())
                .buildingIds(row.buildingIds());
    }

    static CollectionPlanProgress progress(String id, Progress progress) {
        return new CollectionPlanProgress(
                id,
                progress.on(),
                progress.items().stream().map(CollectionPlanMapping::progress).toList());
    }

    private static CollectionProgress progress(
            dev.guanjia.billing.collection.PlanProgress progress) {
        Currency currency = progress.collected().currency();
        return new CollectionProgress(
                        progress.target().group().value(),
                        progress.target().item().value(),
                        Wire.money(progress.target().due()),
                        Wire.money(progress.target().target()),
                        Wire.money(progress.collected()),
                        Wire.money(progress.missing()),
                        progress.isReached())
                .rate(progress.rate().map(CollectionPlanMapping::rate).orElse(null))
                .expected(progress.expected().map(sum -> rounded(sum, currency)).orElse(null))
                .forecast(progress.forecast().map(sum -> rounded(sum, currency)).orElse(null));
    }

    private static String rate(Rational rate) {
        return Rational.from(rate.toDecimal(DECIMALS, RoundingMode.DOWN)).decimalText();
    }

    private static dev.guanjia.server.api.model.Money rounded(Rational sum, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        long minorUnits =
                sum.toDecimal(digits, RoundingMode.HALF_UP).unscaledValue().longValueExact();
        return Wire.money(new Money(currency, minorUnits));
    }
}

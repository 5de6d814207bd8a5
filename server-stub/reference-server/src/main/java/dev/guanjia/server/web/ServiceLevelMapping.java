package dev.guanjia.server.web;

import dev.guanjia.money.Rational;
import dev.guanjia.server.api.model.ServiceLadder;
import dev.guanjia.server.api.model.ServiceLadderCreate;
import dev.guanjia.server.api.model.ServiceLevel;
import dev.guanjia.server.api.model.ServiceLevelCreate;
import dev.guanjia.server.api.model.ServiceLevelPreviewCreate;
import dev.guanjia.server.application.GivenMatter;
import dev.guanjia.server.application.ServiceLadderDesk;
import dev.guanjia.server.application.ServiceLevelDesk;
import dev.guanjia.server.application.ServiceLevelReader.Question;
import dev.guanjia.server.store.ServiceLadderStore.LadderRow;
import dev.guanjia.workorder.level.Ladder;
import dev.guanjia.workorder.level.Matter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Service levels and ladders on the wire. */
final class ServiceLevelMapping {

    private static final Rational NANOS_PER_HOUR = Rational.of(3_600_000_000_000L, 1);

    private ServiceLevelMapping() {}

    static ServiceLevelDesk.Draft draft(ServiceLevelCreate body) {
        return new ServiceLevelDesk.Draft(
                new GivenMatter(
                        body.getKind(),
                        body.getSeverity(),
                        body.getPlaceKind(),
                        body.getCustomerClass()),
                body.getGoal(),
                body.getHours(),
                body.getClock(),
                body.getShiftId(),
                body.getFrom());
    }

    static ServiceLevel level(dev.guanjia.workorder.level.ServiceLevel level) {
        Matter matter = level.matter();
        return new ServiceLevel(
                        level.id().value(),
                        level.kind().name(),
                        level.goal().name(),
                        level.hours().decimalText(),
                        level.clock().name(),
                        level.from())
                .severity(name(matter.severity()))
                .placeKind(name(matter.place()))
                .customerClass(name(matter.customer()))
                .shiftId(level.shifts());
    }

    static ServiceLadderDesk.Draft draft(ServiceLadderCreate body) {
        return new ServiceLadderDesk.Draft(
                new GivenMatter(
                        body.getKind(),
                        body.getSeverity(),
                        body.getPlaceKind(),
                        body.getCustomerClass()),
                body.getGoal(),
                new ServiceLadderDesk.Near(body.getNearShare(), body.getNearHours()),
                body.getStepHours(),
                body.getLevels(),
                body.getFrom());
    }

    static ServiceLadder ladder(LadderRow row) {
        Ladder ladder = row.ladder();
        Matter matter = ladder.matter();
        Rational share = ladder.share();
        Duration near = ladder.remaining();
        return new ServiceLadder(
                        row.id(),
                        matter.kind().name(),
                        ladder.goal().name(),
                        hours(ladder.step()),
                        ladder.levels(),
                        ladder.from())
                .severity(name(matter.severity()))
                .placeKind(name(matter.place()))
                .customerClass(name(matter.customer()))
                .nearShare(share == null ? null : share.decimalText())
                .nearHours(near == null ? null : hours(near));
    }

    static Question question(ServiceLevelPreviewCreate body) {
        return new Question(
                new GivenMatter(
                        body.getKind(),
                        body.getSeverity(),
                        body.getPlaceKind(),
                        body.getCustomerClass()),
                body.getCommunityId(),
                body.getReceivedAt().toInstant());
    }

    private static String hours(Duration time) {
        return Rational.of(time.toNanos(), 1).over(NANOS_PER_HOUR).decimalText();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}

package dev.guanjia.server.web;

import dev.guanjia.calendar.DueTime;
import dev.guanjia.server.api.model.DueStep;
import dev.guanjia.server.api.model.ServiceLevelEvent;
import dev.guanjia.server.api.model.ServicePause;
import dev.guanjia.server.api.model.ServicePromise;
import dev.guanjia.server.api.model.ServiceStanding;
import dev.guanjia.server.api.model.TimeSpent;
import dev.guanjia.server.api.model.WorkOrderServiceLevel;
import dev.guanjia.server.application.ServiceLevelEvents.Told;
import dev.guanjia.server.application.ServiceLevelReader.Stand;
import dev.guanjia.server.application.ServiceLevelReader.Stands;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.level.Pause;
import dev.guanjia.workorder.level.Spent;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was promised and how it stands, on the wire. */
final class ServiceStandingMapping {

    private ServiceStandingMapping() {}

    static ServicePromise promise(dev.guanjia.server.application.ServicePromise promise) {
        return new ServicePromise(
                        promise.goal().name(),
                        promise.origin().name(),
                        promise.explanation(),
                        steps(promise.steps()))
                .serviceLevelId(promise.level().map(level -> level.id().value()).orElse(null))
                .hours(promise.level().map(level -> level.hours().decimalText()).orElse(null))
                .clock(promise.level().map(level -> level.clock().name()).orElse(null))
                .unknown(promise.unknown().map(WorkOrderMapping::unknown).orElse(null))
                .dueAt(at(promise.dueAt()));
    }

    static WorkOrderServiceLevel stands(Stands stands) {
        return new WorkOrderServiceLevel(
                stands.orderId(),
                Wire.at(stands.asOf()),
                stands.zone().getId(),
                stands.goals().stream().map(ServiceStandingMapping::standing).toList());
    }

    private static ServiceStanding standing(Stand stand) {
        var promise = stand.promise();
        return new ServiceStanding(
                        promise.goal().name(),
                        promise.origin().name(),
                        promise.explanation(),
                        steps(promise.steps()),
                        stand.standing().state().name(),
                        Wire.at(stand.standing().since()),
                        stand.pauses().stream().map(ServiceStandingMapping::pause).toList())
                .serviceLevelId(promise.level().map(level -> level.id().value()).orElse(null))
                .hours(promise.level().map(level -> level.hours().decimalText()).orElse(null))
                .clock(promise.level().map(level -> level.clock().name()).orElse(null))
                .unknown(promise.unknown().map(WorkOrderMapping::unknown).orElse(null))
                .dueAt(at(promise.dueAt()))
                .reachedAt(at(stand.reachedAt()))
                .spent(stand.spent().map(ServiceStandingMapping::spent).orElse(null));
    }

    private static TimeSpent spent(Spent spent) {
        return new TimeSpent(
                spent.active().toString(), spent.paused().toString(), spent.outside().toString());
    }

    private static ServicePause pause(Pause pause) {
        return new ServicePause(Wire.at(pause.from()), pause.reason())
                .toAt(at(Optional.ofNullable(pause.to())));
    }

    private static List<DueStep> steps(List<DueTime.Step> steps) {
        return steps.stream()
                .map(
                        step ->
                                new DueStep(
                                        Wire.at(step.from()),
                                        Wire.at(step.to()),
                                        step.reason().name()))
                .toList();
    }

    static ServiceLevelEvent event(Told told) {
        Intake intake = told.order().intake();
        return new ServiceLevelEvent(
                        told.order().id().value(),
                        intake.community().value(),
                        intake.kind().name(),
                        told.goal().name(),
                        told.event().state().name(),
                        told.event().level(),
                        Wire.at(told.event().at()),
                        told.responsible().value(),
                        told.told().value())
                .toldStaffId(told.by().map(staff -> staff.value()).orElse(null));
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> at) {
        return at.map(Wire::at).orElse(null);
    }
}

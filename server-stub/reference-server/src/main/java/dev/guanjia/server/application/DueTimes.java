package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.ServiceLevelStore;
import dev.guanjia.server.store.ServiceLevelStore.LevelRow;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.ServiceHours;
import dev.guanjia.workorder.level.ServiceLevel;
import dev.guanjia.workorder.level.ServiceLevels;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Computes when work is due from the company's service levels and clocks. */
@Component
class DueTimes {

    private final ServiceLevelStore levels;
    private final ServiceTimes times;
    private final Clock clock;

    DueTimes(ServiceLevelStore levels, ServiceTimes times, Clock clock) {
        this.levels = levels;
        this.times = times;
        this.clock = clock;
    }

    /** By the row in force on the day received, in the hours and the zone of the community. */
    Due of(String tenant, Intake intake, Community community) {
        List<ServiceLevel> rows = levels.all(tenant).stream().map(LevelRow::level).toList();
        if (rows.stream().noneMatch(row -> row.kind() == intake.kind())) {
            return new Due.Unlimited();
        }
        Instant receivedAt = intake.reception().receivedAt();
        LocalDate day = LocalDate.ofInstant(receivedAt, community.zone());
        ServiceHours hours = times.of(tenant).hours(community.zone(), day, clock.instant());
        return Refused.unlessAccepted(
                new ServiceLevels(rows).due(intake.matter(), receivedAt, hours));
    }
}

package dev.guanjia.server.application;

import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.MeterStore;
import dev.guanjia.server.store.MeterStore.MeterRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is known of meters, for those who add to it. */
@Component
class MeterLog {

    private final MeterStore meters;
    private final BusinessTime time;
    private final Clock clock;

    MeterLog(MeterStore meters, BusinessTime time, Clock clock) {
        this.meters = meters;
        this.time = time;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Optional<LocalDate> past(Given given, String at, LocalDate day) {
        return given.pastDay(at, day, time);
    }

    Optional<MeterRow> find(String tenant, String id) {
        return meters.find(tenant, id);
    }

    /** A meter to which nobody else adds anything until the transaction ends. */
    MeterRow lock(String tenant, String id) {
        return meters.lock(tenant, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Fault.notFound(id));
    }

    MeterHistory history(String tenant, MeterRow row) {
        return meters.histories(tenant, List.of(row)).get(row.meter().id());
    }

    /** All that is known of meters, to which nobody else adds until the transaction ends. */
    Map<MeterId, MeterHistory> locked(String tenant, Collection<String> ids) {
        return meters.histories(tenant, meters.lock(tenant, ids));
    }

    ReadingIntake intake(Map<MeterId, MeterHistory> known, Given given) {
        return new ReadingIntake(known, given, time, clock.instant());
    }
}

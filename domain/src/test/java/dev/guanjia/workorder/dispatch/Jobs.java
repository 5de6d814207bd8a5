package dev.guanjia.workorder.dispatch;

import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.company.HolderResolution;
import dev.guanjia.organisation.company.OrganisationModel;
import dev.guanjia.organisation.company.OrganisationModels;
import dev.guanjia.organisation.staff.Fitness;
import dev.guanjia.organisation.staff.Qualification;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.organisation.staff.Qualifications;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A Friday night in one community: workers, jobs and papers. */
final class Jobs {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate DAY = LocalDate.of(2026, 3, 6);
    static final Instant AT = DAY.atTime(22, 30).atZone(ZONE).toInstant();
    static final PostKey MAINTENANCE = new PostKey("MAINTENANCE_WORKER");
    static final PostKey STOREKEEPER = new PostKey("STOREKEEPER");
    static final QualificationKey PAPER = new QualificationKey("MAINTENANCE_CERTIFICATE");
    static final QualificationKey WIRING = new QualificationKey("WIRING_AND_LAMPS");
    static final OnDuty AT_WORK = around(AT, false);
    static final OnDuty ON_CALL = around(AT, true);

    private static final OrganisationModel MODEL =
            OrganisationModels.load().find("MANAGER_CENTRED").orElseThrow();
    private static final HolderResolution COMPANY = new HolderResolution(MODEL.chart(), MODEL);
    private static final Requirements REQUIREMENTS = Requirements.load();

    private Jobs() {}

    static StaffId staff(String name) {
        return new StaffId("sf_" + name);
    }

    static Worker worker(String name, int load, @Nullable Instant lastSentAt) {
        return worker(name, List.of(AT_WORK), load, lastSentAt);
    }

    static Worker worker(String name, List<OnDuty> times, int load, @Nullable Instant lastSentAt) {
        return new Worker(
                staff(name),
                MAINTENANCE,
                new TreeSet<>(List.of("A1", "A2")),
                times,
                load,
                5,
                lastSentAt);
    }

    /** What a repair takes: a maintenance worker, with these papers besides. */
    static Demand repair(QualificationKey... needs) {
        return new Demand(
                WorkOrderKind.REPAIR, new TreeSet<>(List.of(MAINTENANCE)), Arrays.asList(needs));
    }

    static Job job(QualificationKey... needs) {
        return new Job(repair(needs), "A1", AT, ZONE, 1, false, null);
    }

    static Job emergency() {
        return new Job(repair(), "A1", AT, ZONE, 1, true, null);
    }

    /** Papers of maintenance workers, valid on the day. */
    static Fitness certified(String... names) {
        return fitness(Arrays.stream(names).map(name -> paper(name, PAPER, DAY)).toList());
    }

    static Fitness fitness(List<Qualification> papers) {
        return new Fitness(COMPANY, REQUIREMENTS, new Qualifications(papers));
    }

    static Qualification paper(String name, QualificationKey kind, LocalDate last) {
        return new Qualification(
                staff(name), kind, "N-1", LocalDate.of(2026, 1, 1), Optional.of(last));
    }

    private static OnDuty around(Instant at, boolean onCall) {
        return new OnDuty(
                new TimeSpan(at.minus(Duration.ofHours(1)), at.plus(Duration.ofHours(7))), onCall);
    }
}

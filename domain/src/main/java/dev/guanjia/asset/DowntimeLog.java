package dev.guanjia.asset;

import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.decision.Decision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every report that equipment was out of service. Time out of service is the union of the reports,
 * never their sum.
 *
 * @param reports by beginning and reference; no reference stands twice
 */
public record DowntimeLog(List<Downtime> reports) {

    /** Sorts; a reference names one report. */
    public DowntimeLog {
        reports =
                reports.stream()
                        .sorted(
                                Comparator.comparing(Downtime::from)
                                        .thenComparing(Downtime::reference))
                        .toList();
        if (reports.stream().map(Downtime::reference).distinct().count() != reports.size()) {
            throw new IllegalArgumentException("a downtime stands twice: " + reports);
        }
    }

    /**
     * Records a report. The same again changes nothing.
     *
     * @param added the report
     * @param register what there is
     * @param zone where the equipment is
     * @return the log, or refused with {@code DOWNTIME_EXISTS} or as {@link EquipmentRegister#use}
     *     on the day it begins
     */
    public Decision<DowntimeLog> report(Downtime added, EquipmentRegister register, ZoneId zone) {
        Optional<Downtime> standing = find(added.reference());
        if (standing.isPresent()) {
            return standing.get().equals(added)
                    ? Decision.accept(this)
                    : AssetRefusal.DOWNTIME_EXISTS.refuse("downtime", added.reference());
        }
        return register.use(added.equipment(), added.from().atZone(zone).toLocalDate())
                .fold(
                        used -> {
                            List<Downtime> all = new ArrayList<>(reports);
                            all.add(added);
                            return Decision.accept(new DowntimeLog(all));
                        },
                        Decision::refuse);
    }

    /**
     * Says when equipment ran again. The same again changes nothing.
     *
     * @param reference which report
     * @param to since when it runs
     * @return the log, or refused with {@code DOWNTIME_UNKNOWN}, {@code DOWNTIME_ENDED} or {@code
     *     DOWNTIME_RUNS_BACKWARDS}
     */
    public Decision<DowntimeLog> end(String reference, Instant to) {
        Optional<Downtime> found = find(reference);
        if (found.isEmpty()) {
            return AssetRefusal.DOWNTIME_UNKNOWN.refuse("downtime", reference);
        }
        Downtime open = found.get();
        if (open.to().isPresent()) {
            return open.to().get().equals(to)
                    ? Decision.accept(this)
                    : AssetRefusal.DOWNTIME_ENDED.refuse(
                            "downtime", reference, "to", open.to().get().toString());
        }
        if (!to.isAfter(open.from())) {
            return AssetRefusal.DOWNTIME_RUNS_BACKWARDS.refuse(
                    "downtime", reference, "from", open.from().toString(), "to", to.toString());
        }
        List<Downtime> all = new ArrayList<>(reports);
        all.remove(open);
        all.add(
                new Downtime(
                        reference, open.equipment(), open.cause(), open.from(), Optional.of(to)));
        return Decision.accept(new DowntimeLog(all));
    }

    /**
     * When a piece of equipment was out of service.
     *
     * @param equipment which equipment
     * @param cause why
     * @param horizon until when is known; what still lasts ends there
     * @return the union of the reports, disjoint and in order
     */
    public List<TimeSpan> outages(EquipmentId equipment, Downtime.Cause cause, Instant horizon) {
        return TimeSpan.union(
                of(equipment, cause).stream()
                        .flatMap(report -> report.until(horizon).stream())
                        .toList());
    }

    List<Downtime> of(EquipmentId equipment, Downtime.Cause cause) {
        return reports.stream()
                .filter(each -> each.equipment().equals(equipment) && each.cause() == cause)
                .toList();
    }

    private Optional<Downtime> find(String reference) {
        return reports.stream().filter(each -> each.reference().equals(reference)).findFirst();
    }
}

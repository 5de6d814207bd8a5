package dev.guanjia.asset;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.money.Rational;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How well equipment runs. Source: requirements 04 QF-H-13, whose formula the source cuts off (06
 * A-72), and the intact rates QF-Q-23 to QF-Q-51 and QF-X-30.
 *
 * @param log when equipment was out of service
 * @param zone where it is; days begin there
 * @param running when equipment is meant to run
 */
public record AssetRates(DowntimeLog log, ZoneId zone, RunningHours running) {

    /** How failures are measured: a company chooses one of the readings that 04 proposes. */
    public enum Method {
        /** Scheduled hours out of service through faults / scheduled running hours. */
        OUT_OF_SERVICE_HOURS,
        /** Faults / days in use; reports that overlap or touch are one fault. */
        FAULTS_PER_DAY
    }

    /**
     * The failure rate, QF-H-13 when given the lifts of a month.
     *
     * <p>Shape: exact hours, or faults counted by their beginning. A piece of equipment counts on
     * the days on which it is in use. A span that is not over is measured up to the horizon, above
     * and below the line.
     *
     * @param method which reading
     * @param equipment what is measured
     * @param span the days, usually a month
     * @param horizon until when is known
     * @return the rate, with a row for each piece in use in the span
     */
    public AssetRate failures(
            Method method, Collection<Equipment> equipment, DateRange span, Instant horizon) {
        LocalDate known = horizon.minusNanos(1).atZone(zone).toLocalDate().plusDays(1);
        List<AssetRate.Row> rows = new ArrayList<>();
        for (Equipment each : sorted(equipment)) {
            DateRange used = each.usedIn(span);
            LocalDate end = used.end().isAfter(known) ? known : used.end();
            if (used.start().isBefore(end)) {
                DateRange days = new DateRange(used.start(), end);
                rows.add(row(method, each.id(), days, horizon));
            }
        }
        return new AssetRate(rows);
    }

    /**
     * The intact rate: what is in use and not failed / what is in use.
     *
     * @param equipment what is measured
     * @param at the instant
     * @return the rate, with a row for each piece in use on that day; what failed names the reports
     */
    public AssetRate intact(Collection<Equipment> equipment, Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        TimeSpan moment = new TimeSpan(at, at.plusNanos(1));
        List<AssetRate.Row> rows = new ArrayList<>();
        for (Equipment each : sorted(equipment)) {
            if (each.isInUse(day)) {
                List<String> failed = references(each.id(), moment);
                Rational part = failed.isEmpty() ? Rational.ONE : Rational.ZERO;
                rows.add(new AssetRate.Row(each.id(), part, Rational.ONE, failed));
            }
        }
        return new AssetRate(rows);
    }

    private AssetRate.Row row(Method method, EquipmentId id, DateRange days, Instant horizon) {
        Instant end = days.end().atStartOfDay(zone).toInstant();
        TimeSpan span =
                new TimeSpan(
                        days.start().atStartOfDay(zone).toInstant(),
                        end.isAfter(horizon) ? horizon : end);
        List<TimeSpan> outages = log.outages(id, Downtime.Cause.FAULT, horizon);
        return switch (method) {
            case OUT_OF_SERVICE_HOURS -> {
                List<TimeSpan> scheduled = scheduled(id, days, span);
                yield new AssetRate.Row(
                        id,
                        hours(TimeSpan.total(TimeSpan.common(scheduled, outages))),
                        hours(TimeSpan.total(scheduled)),
                        references(id, span));
            }
            case FAULTS_PER_DAY -> {
                List<TimeSpan> begun =
                        outages.stream()
                                .filter(each -> !each.start().isBefore(span.start()))
                                .filter(each -> each.start().isBefore(span.end()))
                                .toList();
                yield new AssetRate.Row(
                        id,
                        Rational.of(begun.size(), 1),
                        Rational.of(days.days(), 1),
                        begun.stream().flatMap(each -> references(id, each).stream()).toList());
            }
        };
    }

    /** The shift of the day before may reach into the first day. */
    private List<TimeSpan> scheduled(EquipmentId id, DateRange days, TimeSpan span) {
        return TimeSpan.common(
                running.scheduled(id, days.start().minusDays(1).datesUntil(days.end()), zone),
                List.of(span));
    }

    private List<String> references(EquipmentId id, TimeSpan span) {
        return log.of(id, Downtime.Cause.FAULT).stream()
                .filter(each -> each.until(span.end()).flatMap(span::within).isPresent())
                .map(Downtime::reference)
                .toList();
    }

    private static List<Equipment> sorted(Collection<Equipment> equipment) {
        return equipment.stream().sorted(Comparator.comparing(Equipment::id)).toList();
    }

    private static Rational hours(Duration time) {
        return Rational.of(time.toSeconds(), 3_600)
                .plus(Rational.of(time.toNanosPart(), 3_600_000_000_000L));
    }
}

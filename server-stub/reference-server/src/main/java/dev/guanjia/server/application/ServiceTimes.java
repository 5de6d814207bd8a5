package dev.guanjia.server.application;

import dev.guanjia.calendar.BusinessHours;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.Shift;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.CompanyDayStore;
import dev.guanjia.server.store.CompanyDayStore.DayRow;
import dev.guanjia.server.store.DutyRhythmStore;
import dev.guanjia.server.store.DutyRhythmStore.ShiftRow;
import dev.guanjia.workorder.level.ServiceHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The clocks that companies count time with: office hours with their own days, and shifts. */
@Component
class ServiceTimes {

    private static final int MOST_KNOWN = 200;

    private final CompanyRules rules;
    private final CompanyDayStore days;
    private final DutyRhythmStore rhythms;
    private final Map<Object, WorkingTime> known = new ConcurrentHashMap<>();

    ServiceTimes(CompanyRules rules, CompanyDayStore days, DutyRhythmStore rhythms) {
        this.rules = rules;
        this.days = days;
        this.rhythms = rhythms;
    }

    private record Office(ZoneId zone, LocalTime opens, LocalTime closes, List<DayRow> own) {}

    private record Turn(ZoneId zone, DateRange covered, ShiftRow shift) {}

    private record Moment(ZoneId zone, LocalDate day, List<DayRow> own) {}

    /** Reads what a company says about its times. */
    Company of(String tenant) {
        return new Company(tenant, days.all(tenant), rhythms.shifts(tenant));
    }

    /** Whether the company has such a shift on a day. */
    boolean hasShift(String tenant, String id, LocalDate day) {
        return rhythms.shifts(tenant).stream()
                .anyMatch(row -> row.name().id().equals(id) && row.holdsOn(day));
    }

    /** The index of a year costs a thousand times what looking it up costs. */
    private WorkingTime known(Object key, Supplier<WorkingTime> make) {
        WorkingTime there = known.get(key);
        if (there != null) {
            return there;
        }
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        WorkingTime made = make.get();
        known.put(key, made);
        return made;
    }

    /** What one company says, for the length of one request. */
    final class Company {

        private final String tenant;
        private final List<DayRow> own;
        private final List<ShiftRow> shifts;
        private final Map<Moment, ServiceHours> hours = new HashMap<>();
        private final Map<ZoneId, BusinessHours> office = new HashMap<>();

        private Company(String tenant, List<DayRow> own, List<ShiftRow> shifts) {
            this.tenant = tenant;
            this.own = own;
            this.shifts = shifts;
        }

        /**
         * The clocks of a matter: the shifts of the day it was received, and the company's own days
         * as far as they were known when it was recorded, because what was promised stays.
         */
        ServiceHours hours(ZoneId zone, LocalDate day, Instant knownAt) {
            List<DayRow> said =
                    own.stream().filter(row -> !row.recordedAt().isAfter(knownAt)).toList();
            LocalDate turn = shifts.isEmpty() ? LocalDate.EPOCH : day;
            return hours.computeIfAbsent(new Moment(zone, turn, said), this::read);
        }

        private ServiceHours read(Moment moment) {
            ZoneId zone = moment.zone();
            BusinessHours plain = office.computeIfAbsent(zone, place -> rules.hours(tenant, place));
            Office key = new Office(zone, plain.opens(), plain.closes(), moment.own());
            WorkingTime time =
                    known(
                            key,
                            () ->
                                    WorkingTime.of(
                                            new BusinessHours(
                                                    OwnDays.over(plain.calendar(), key.own()),
                                                    zone,
                                                    key.opens(),
                                                    key.closes())));
            Map<String, WorkingTime> turns = new HashMap<>();
            shifts.stream()
                    .filter(row -> row.holdsOn(moment.day()))
                    .forEach(row -> turns.put(row.name().id(), turn(zone, time.covered(), row)));
            return Refused.unlessAccepted(ServiceHours.of(time, turns));
        }

        private WorkingTime turn(ZoneId zone, DateRange covered, ShiftRow row) {
            Shift shift = DutySettings.shift(row);
            return known(
                    new Turn(zone, covered, row),
                    () -> WorkingTime.of(covered, zone, List.of(shift)));
        }
    }
}

package dev.guanjia.server.application;

import dev.guanjia.calendar.BusinessHours;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.Shift;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.property.Community;
import dev.guanjia.server.problem.Refused;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clocks that companies count time with: office hours with their own days, and shifts. */
@Component
class ServiceTimes {

    private static final int MOST_KNOWN = 200;

    /** The year before the reception, its own and ten more; what lies farther is unknown. */
    private static final int SHIFTS_KNOWN = 12;

    private final CompanyRules rules;
    private final WorkedDays days;
    private final DutyRhythmStore rhythms;
    private final Map<Object, WorkingTime> known = new ConcurrentHashMap<>();

    ServiceTimes(CompanyRules rules, WorkedDays days, DutyRhythmStore rhythms) {
        this.rules = rules;
        this.days = days;
        this.rhythms = rhythms;
    }

    private record Office(Site site, LocalTime opens, LocalTime closes, WorkedDays.Said said) {}

    /** Where the days of a community begin, and which of them are worked there. */
    private record Site(ZoneId zone, String calendar) {}

    private record Turn(ZoneId zone, DateRange covered, ShiftRow shift) {}

    private record Moment(Site site, LocalDate day, WorkedDays.Said said) {}

    /** Reads what a company says about its times. */
    Company of(String tenant) {
        return new Company(tenant, days.of(tenant), rhythms.shifts(tenant));
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
        private final WorkedDays.Company worked;
        private final List<ShiftRow> shifts;
        private final Map<Moment, ServiceHours> hours = new HashMap<>();
        private CompanyRules.@Nullable Opening opening;

        private Company(String tenant, WorkedDays.Company worked, List<ShiftRow> shifts) {
            this.tenant = tenant;
            this.worked = worked;
            this.shifts = shifts;
        }

        /**
         * The clocks of a matter: the shifts of the day it was received, and the days worked as far
         * as they were known when it was recorded, because what was promised stays.
         */
        ServiceHours hours(Community community, LocalDate day, Instant knownAt) {
            Site site = new Site(community.zone(), community.calendar());
            LocalDate turn = shifts.isEmpty() ? LocalDate.EPOCH : day;
            WorkedDays.Said said = worked.knownAt(site.calendar(), knownAt);
            return hours.computeIfAbsent(new Moment(site, turn, said), this::read);
        }

        private ServiceHours read(Moment moment) {
            Site site = moment.site();
            Map<String, WorkingTime> turns = new HashMap<>();
            shifts.stream()
                    .filter(row -> row.holdsOn(moment.day()))
                    .forEach(row -> turns.put(row.name().id(), turn(moment, row)));
            return Refused.unlessAccepted(ServiceHours.of(office(site, moment.said()), turns));
        }

        private WorkingTime office(Site site, WorkedDays.Said said) {
            CompanyRules.Opening open = opening();
            Office office = new Office(site, open.opens(), open.closes(), said);
            return known(
                    office,
                    () ->
                            WorkingTime.of(
                                    new BusinessHours(
                                            worked.over(site.calendar(), said),
                                            site.zone(),
                                            office.opens(),
                                            office.closes())));
        }

        private CompanyRules.Opening opening() {
            if (opening == null) {
                opening = rules.opening(tenant);
            }
            return opening;
        }

        /** Shifts know no holidays, so they are known beyond the calendar. */
        private WorkingTime turn(Moment moment, ShiftRow row) {
            ZoneId zone = moment.site().zone();
            LocalDate first = moment.day().withDayOfYear(1).minusYears(1);
            DateRange known = new DateRange(first, first.plusYears(SHIFTS_KNOWN));
            Shift shift = DutySettings.shift(row);
            return known(
                    new Turn(zone, known, row), () -> WorkingTime.of(known, zone, List.of(shift)));
        }
    }
}

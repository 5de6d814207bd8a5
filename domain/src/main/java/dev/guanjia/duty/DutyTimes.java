package dev.guanjia.duty;

import dev.guanjia.calendar.Allowance;
import dev.guanjia.calendar.DueDays;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a company reads the times of duties.
 *
 * @param zone where its days begin and end
 * @param days how it reads due days
 * @param allowances the limits it sets where the sources have a word only ({@code promptly} to 30
 *     minutes), by the code of the deadline; without one there is no measurable limit (06 A-66)
 * @param rhythms when that comes round which the calendar alone does not fix
 */
public record DutyTimes(
        ZoneId zone, DueDays days, Map<String, Allowance> allowances, Rhythms rhythms) {

    /** Copies. */
    public DutyTimes {
        allowances = Collections.unmodifiableMap(new TreeMap<>(allowances));
    }

    /**
     * Nothing set by the company: what the calendar fixes comes round, days stay where they are.
     *
     * @param zone where its days begin and end
     * @return the times
     */
    public static DutyTimes plain(ZoneId zone) {
        return new DutyTimes(zone, DueDays.PLAIN, Map.of(), Rhythms.NONE);
    }

    /**
     * The same with rhythms.
     *
     * @param set what the company sets
     * @return the times
     */
    public DutyTimes with(Rhythms set) {
        return new DutyTimes(zone, days, allowances, set);
    }

    /**
     * The same with due days read in another way.
     *
     * @param read how the company reads due days
     * @return the times
     */
    public DutyTimes with(DueDays read) {
        return new DutyTimes(zone, read, allowances, rhythms);
    }

    /**
     * The same with limits for words.
     *
     * @param set the limits by the code of the deadline
     * @return the times
     */
    public DutyTimes with(Map<String, Allowance> set) {
        return new DutyTimes(zone, days, set, rhythms);
    }
}

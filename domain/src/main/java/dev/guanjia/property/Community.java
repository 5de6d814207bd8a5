package dev.guanjia.property;

import dev.guanjia.calendar.WorkCalendars;
import java.time.ZoneId;

/**
 * A residential or office estate under one management contract (小区).
 *
 * @param id which one
 * @param name what people call it, not blank
 * @param zone where its days begin and end; months and deadlines are those of this zone
 * @param calendar which days are worked there: a key of {@link WorkCalendars}
 */
public record Community(CommunityId id, String name, ZoneId zone, String calendar) {

    /** A community has a name, and a calendar. */
    public Community {
        PropertyText.require("community name", name);
        PropertyText.require("community calendar", calendar);
    }

    /**
     * A community that lives by the calendar of mainland China.
     *
     * @param id which one
     * @param name what people call it
     * @param zone where its days begin and end
     */
    public Community(CommunityId id, String name, ZoneId zone) {
        this(id, name, zone, WorkCalendars.CHINA);
    }
}

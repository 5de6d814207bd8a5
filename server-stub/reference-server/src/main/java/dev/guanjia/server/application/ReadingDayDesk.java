package dev.guanjia.server.application;

import dev.guanjia.property.meter.ReadingDay;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.InstalledMeterStore;
import dev.guanjia.server.store.InstalledMeterStore.InstalledMeter;
import dev.guanjia.server.store.InstalledMeterStore.Month;
import dev.guanjia.server.store.ReadingDayStore;
import dev.guanjia.server.store.ReadingDayStore.DayRow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Service;

/** By which day of a month meters are read, and which were not. */
@Service
public class ReadingDayDesk {

    private static final String COMMAND = "create-reading-day";

    private final Permissions permissions;
    private final CommunityDesk communities;
    private final ReadingDayStore days;
    private final InstalledMeterStore meters;
    private final Audit audit;
    private final Clock clock;

    ReadingDayDesk(
            Permissions permissions,
            CommunityDesk communities,
            ReadingDayStore days,
            InstalledMeterStore meters,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.communities = communities;
        this.days = days;
        this.meters = meters;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The meters that were not read in a month.
     *
     * @param readingOn the day by which they are read
     * @param page the meters
     */
    public record Unread(LocalDate readingOn, Page<InstalledMeter> page) {}

    /**
     * Sets the day by which meters are read.
     *
     * @param caller who asks
     * @param communityId the community
     * @param from the first month
     * @param day the day, 1 to 28
     * @return the row
     */
    public DayRow create(Caller caller, String communityId, YearMonth from, int day) {
        permissions.require(caller, COMMAND, communityId);
        communities.get(caller, communityId);
        Given given = new Given();
        given.day("/from", from.atDay(1));
        given.end();
        DayRow row = new DayRow(new ReadingDay(from, day), clock.instant());
        if (!days.add(caller.tenant(), communityId, caller.staffId(), row)) {
            throw RegistryRefusal.READING_DAY_TAKEN.with(Map.of("from", from.toString()));
        }
        audit.accepted(
                caller,
                COMMAND,
                communityId,
                Map.of("from", from.toString(), "day", String.valueOf(day)));
        return row;
    }

    /**
     * Lists the rows of a community by month.
     *
     * @param caller who asks
     * @param communityId the community
     * @param request which page
     * @return the page
     */
    public Page<DayRow> list(Caller caller, String communityId, PageRequest request) {
        communities.get(caller, communityId);
        return days.list(caller.tenant(), communityId, request);
    }

    /**
     * Lists the meters that were not read in a month.
     *
     * @param caller who asks
     * @param communityId the community
     * @param month the month
     * @param request which page
     * @return the page
     */
    public Unread unread(Caller caller, String communityId, YearMonth month, PageRequest request) {
        communities.get(caller, communityId);
        Given given = new Given();
        given.day("period", month.atDay(1));
        given.end();
        LocalDate day = ReadingDay.in(days.all(caller.tenant(), communityId), month);
        return new Unread(
                day,
                meters.unread(
                        caller.tenant(), communityId, new Month(month.atDay(1), day), request));
    }
}

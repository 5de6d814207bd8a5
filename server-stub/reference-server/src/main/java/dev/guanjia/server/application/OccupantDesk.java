package dev.guanjia.server.application;

import dev.guanjia.property.Occupant;
import dev.guanjia.property.OccupantId;
import dev.guanjia.property.Stay;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.OccupantStore;
import dev.guanjia.server.store.OccupantStore.Filter;
import dev.guanjia.server.store.OccupantStore.OccupantRow;
import dev.guanjia.server.store.UnitStore;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who lives or trades in units without owning them. */
@Service
public class OccupantDesk {

    private static final String COMMAND = "create-occupant";
    private static final String FROM = "/from";
    private static final String UNTIL = "/until";

    private final Clerk clerk;
    private final UnitStore units;
    private final OccupantStore occupants;

    OccupantDesk(Clerk clerk, UnitStore units, OccupantStore occupants) {
        this.clerk = clerk;
        this.units = units;
        this.occupants = occupants;
    }

    /**
     * An occupant as given.
     *
     * @param unitId where
     * @param name the name
     * @param mobile the number, where known
     * @param days from when to when
     */
    public record Draft(String unitId, String name, @Nullable String mobile, Days days) {}

    /**
     * The days of a stay as given.
     *
     * @param from the first; null where it is not known
     * @param until the day after the last; null while the end is open
     */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {}

    /**
     * What shall change about an occupant.
     *
     * @param name another name; empty leaves it
     * @param mobile how the number changes; the identity leaves it
     * @param from how the first day changes
     * @param until how the end changes
     */
    public record Change(
            Optional<String> name,
            UnaryOperator<Optional<String>> mobile,
            UnaryOperator<Optional<LocalDate>> from,
            UnaryOperator<Optional<LocalDate>> until) {}

    /**
     * Enters an occupant.
     *
     * @param caller who asks
     * @param draft where, name, number and days
     * @return the occupant
     */
    public OccupantRow create(Caller caller, Draft draft) {
        clerk.admit(caller, COMMAND, draft.unitId());
        Given given = new Given();
        if (units.find(caller.tenant(), draft.unitId()).isEmpty()) {
            given.unknown("/unit_id", draft.unitId());
        }
        person(given, draft.name(), draft.mobile());
        days(given, draft.days(), UNTIL);
        given.end();
        OccupantId id = new OccupantId(Ids.next("oc"));
        Stay stay = new Stay(draft.days().from(), draft.days().until());
        Occupant occupant = new Occupant(id, draft.name(), draft.mobile(), stay);
        occupants.add(caller.tenant(), occupant, draft.unitId(), clerk.now());
        clerk.done(caller, COMMAND, id.value(), Map.of("unit_id", draft.unitId()));
        return get(caller, id.value());
    }

    /**
     * Puts right what was entered about an occupant.
     *
     * @param caller who asks
     * @param id the occupant id
     * @param ifMatch the version last seen
     * @param change what shall change
     * @return the occupant as it is now
     */
    public OccupantRow update(Caller caller, String id, String ifMatch, Change change) {
        clerk.admit(caller, "update-occupant", id);
        OccupantRow old = locked(caller, id);
        Version.require(ifMatch, old.version());
        OccupantRow row = old.with(changed(old.occupant(), change));
        occupants.update(caller.tenant(), row);
        String version = String.valueOf(row.version());
        clerk.done(caller, "update-occupant", id, Map.of("version", version));
        return row;
    }

    private static Occupant changed(Occupant old, Change change) {
        String name = change.name().orElse(old.name());
        String mobile = change.mobile().apply(Optional.ofNullable(old.mobile())).orElse(null);
        Stay stay = old.stay();
        Days days =
                new Days(
                        change.from().apply(Optional.ofNullable(stay.from())).orElse(null),
                        change.until().apply(Optional.ofNullable(stay.until())).orElse(null));
        Given given = new Given();
        person(given, name, mobile);
        if (!days.equals(new Days(stay.from(), stay.until()))) {
            days(given, days, Objects.equals(days.until(), stay.until()) ? FROM : UNTIL);
        }
        given.end();
        return new Occupant(old.id(), name, mobile, new Stay(days.from(), days.until()));
    }

    /**
     * Ends a stay, also earlier than agreed.
     *
     * @param caller who asks
     * @param id the occupant id
     * @param until the first day on which they do not live there any more; the first day of the
     *     stay withdraws it
     * @return the occupant with the end
     */
    public OccupantRow moveOut(Caller caller, String id, LocalDate until) {
        clerk.admit(caller, "end-stay", id);
        OccupantRow old = locked(caller, id);
        Given given = new Given();
        given.day(UNTIL, until);
        given.end();
        OccupantRow row =
                old.with(Refused.unlessAccepted(old.occupant().moveOut(until), reason -> UNTIL));
        occupants.update(caller.tenant(), row);
        clerk.done(
                caller,
                "end-stay",
                id,
                Map.of("until", until.toString(), "version", String.valueOf(row.version())));
        return row;
    }

    private OccupantRow locked(Caller caller, String id) {
        return occupants.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private static void person(Given given, String name, @Nullable String mobile) {
        given.text("/name", name);
        if (mobile != null) {
            given.text("/mobile", mobile);
        }
    }

    /** A stay that is entered has a day; what is wrong with both ends lies at the one named. */
    private static void days(Given given, Days days, String at) {
        Optional<LocalDate> from =
                Optional.ofNullable(days.from()).flatMap(day -> given.day(FROM, day));
        Optional<LocalDate> until =
                Optional.ofNullable(days.until()).flatMap(day -> given.day(UNTIL, day));
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            String expected = at.equals(FROM) ? "before " + until.get() : "after " + from.get();
            given.wrong(at, FieldCode.OUT_OF_RANGE, "expected", expected);
        }
    }

    /**
     * Reads an occupant.
     *
     * @param caller who asks
     * @param id the occupant id
     * @return the occupant
     */
    public OccupantRow get(Caller caller, String id) {
        return occupants.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists occupants in the order in which they were entered.
     *
     * @param caller who asks
     * @param filter which of them
     * @param request which page
     * @return the page
     */
    public Page<OccupantRow> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        filter.on().ifPresent(day -> given.day("on", day));
        given.end();
        return occupants.list(caller.tenant(), filter, request);
    }
}

package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.ShiftRefusal;
import dev.guanjia.security.shift.Station;
import dev.guanjia.security.shift.Watch;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.StaffStore;
import dev.guanjia.server.store.StationStore;
import dev.guanjia.server.store.StationStore.StationRow;
import dev.guanjia.server.store.WatchStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Knows who can be a guard of a station. */
@Component
class StationGuards {

    private final CompanyRules rules;
    private final NamedPosts posts;
    private final StaffStore staff;
    private final StationStore stations;
    private final WatchStore watches;
    private final Places places;

    StationGuards(
            CompanyRules rules,
            NamedPosts posts,
            StaffStore staff,
            StationStore stations,
            WatchStore watches,
            Places places) {
        this.rules = rules;
        this.posts = posts;
        this.staff = staff;
        this.stations = stations;
        this.watches = watches;
        this.places = places;
    }

    /** The day at a station. */
    LocalDate day(Caller caller, StationRow row, Instant at) {
        return LocalDate.ofInstant(at, places.community(caller.tenant(), row.communityId()).zone());
    }

    /** Refuses who answers for another station then, or is there. */
    void requireFree(Caller caller, StationRow row, StaffId person, Instant at) {
        String tenant = caller.tenant();
        staff.lock(tenant, person.value());
        List<Station> others =
                stations.all(tenant, watches.stations(tenant, person)).values().stream()
                        .filter(other -> !other.isOver(at))
                        .map(StationRow::station)
                        .toList();
        for (Watch watch : watches.all(tenant, others).values()) {
            Refused.unlessAccepted(watch.requireFree(person, row.station(), at));
        }
    }

    /** Notes a person whom the company does not have. */
    void known(Given given, Caller caller, String pointer, String id) {
        if (staff.find(caller.tenant(), id).isEmpty()) {
            given.unknown(pointer, id);
        }
    }

    /** Refuses who holds neither the post of the guards nor one that bears it on that day. */
    void requirePost(Caller caller, StationRow row, StaffId person, Instant at) {
        Station station = row.station();
        LocalDate day = day(caller, row, at);
        String tenant = caller.tenant();
        NamedPosts.Company company = posts.of(tenant);
        if (rules.assignments(tenant).posts(person, day).stream()
                .noneMatch(post -> company.isIn(post, station.post(), day))) {
            throw SecurityRefusal.STATION_POST_NOT_HELD.with(
                    Map.of(
                            "station", station.id(),
                            "staff", person.value(),
                            "expected", station.post().value(),
                            "day", day.toString()));
        }
    }

    /** Refuses a caller who does not answer for the station. */
    static void requireResponsible(
            Caller caller, Station station, StaffId responsible, Breach attempt) {
        if (!responsible.value().equals(caller.staffId())) {
            Refusal reason =
                    new Refusal(
                            ShiftRefusal.NOT_RESPONSIBLE,
                            Map.of(
                                    "station", station.id(),
                                    "staff", caller.staffId(),
                                    "responsible", responsible.value()));
            throw Refused.lackOfAuthority(List.of(reason), attempt);
        }
    }
}

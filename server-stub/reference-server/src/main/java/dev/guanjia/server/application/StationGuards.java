package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.ShiftRefusal;
import dev.guanjia.security.shift.Station;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.StaffStore;
import java.time.Clock;
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
    private final Clock clock;

    StationGuards(CompanyRules rules, NamedPosts posts, StaffStore staff, Clock clock) {
        this.rules = rules;
        this.posts = posts;
        this.staff = staff;
        this.clock = clock;
    }

    /** Notes a person whom the company does not have. */
    void known(Given given, Caller caller, String pointer, String id) {
        if (staff.find(caller.tenant(), id).isEmpty()) {
            given.unknown(pointer, id);
        }
    }

    /** Refuses who holds neither the post of the guards nor one that bears it on that day. */
    void requirePost(Caller caller, Station station, StaffId person, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        String tenant = caller.tenant();
        if (rules.assignments(tenant).posts(person, day).stream()
                .noneMatch(post -> posts.isIn(tenant, post, station.post(), day))) {
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

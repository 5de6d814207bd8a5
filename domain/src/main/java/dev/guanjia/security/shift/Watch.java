package dev.guanjia.security.shift;

import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.WatchEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who answers for a manned station and who is there, at every instant since it was first manned.
 * Source: requirements 03 P-HANDOVER, R-LEAVE-POST.
 *
 * @param station the station
 * @param events what happened, in order of time; the first and only the first is {@code MANNED}
 */
public record Watch(Station station, List<WatchEvent> events) {

    /** Copies; events that could not follow each other cannot be there. */
    public Watch {
        events = List.copyOf(events);
        if (events.isEmpty() || events.get(0).kind() != Kind.MANNED) {
            throw new IllegalArgumentException("watch begins without a guard: " + events);
        }
        StaffId holder = events.get(0).staff();
        for (int i = 1; i < events.size(); i++) {
            WatchEvent before = events.get(i - 1);
            WatchEvent event = events.get(i);
            if (event.at().isBefore(before.at()) || !follows(event, before, holder)) {
                throw new IllegalArgumentException(event + " cannot follow " + before);
            }
            holder = event.kind() == Kind.RELIEVED ? event.staff() : holder;
        }
    }

    /**
     * Mans a station.
     *
     * @param station the station
     * @param staff the first guard
     * @param at when
     * @return the watch
     */
    public static Watch man(Station station, StaffId staff, Instant at) {
        return new Watch(
                station, List.of(new WatchEvent(Kind.MANNED, staff, at, Optional.empty())));
    }

    /**
     * Lets the holder leave shortly, with the shift leader's consent and a stand-in in place.
     *
     * @param standIn who is in place; empty for nobody
     * @param consent who consents; empty for nobody
     * @param at when
     * @return the watch afterwards, or refused with every reason that applies of {@code
     *     TIME_RUNS_BACKWARDS}, {@code HOLDER_AWAY}, {@code CONSENT_MISSING}, {@code
     *     STAND_IN_MISSING}
     */
    public Decision<Watch> leave(Optional<StaffId> standIn, Optional<Actor> consent, Instant at) {
        StaffId holder = holder(at);
        List<Refusal> reasons = away(at);
        boolean consented =
                consent.filter(actor -> actor.post().equals(station.leader()))
                        .filter(actor -> !actor.staff().equals(holder))
                        .isPresent();
        if (!consented) {
            reasons.add(
                    ShiftRefusal.CONSENT_MISSING.because(
                            "station", station.id(), "leader", station.leader().value()));
        }
        if (standIn.filter(other -> !other.equals(holder)).isEmpty()) {
            reasons.add(
                    ShiftRefusal.STAND_IN_MISSING.because(
                            "station", station.id(), "staff", holder.value()));
        }
        return reasons.isEmpty()
                ? and(new WatchEvent(Kind.STOOD_IN, standIn.orElseThrow(), at, consent))
                : Decision.refuse(reasons);
    }

    /**
     * Says that the holder is back.
     *
     * @param at when
     * @return the watch afterwards, or refused with {@code TIME_RUNS_BACKWARDS}, {@code
     *     HOLDER_NOT_AWAY}
     */
    public Decision<Watch> comeBack(Instant at) {
        List<Refusal> reasons = there(at);
        return reasons.isEmpty()
                ? and(new WatchEvent(Kind.RETURNED, holder(at), at, Optional.empty()))
                : Decision.refuse(reasons);
    }

    /**
     * Records that nobody was there; the holder still answers for the station.
     *
     * @param at when it was found
     * @return the watch afterwards, or refused with {@code TIME_RUNS_BACKWARDS}
     */
    public Decision<Watch> findEmpty(Instant at) {
        List<Refusal> reasons = backwards(at);
        return reasons.isEmpty()
                ? and(new WatchEvent(Kind.FOUND_EMPTY, holder(at), at, Optional.empty()))
                : Decision.refuse(reasons);
    }

    /**
     * Hands the station on; the leader does where the holder is not there.
     *
     * @param handover a handover of this station
     * @return the watch afterwards, or refused with every reason that applies of {@code
     *     TIME_RUNS_BACKWARDS}, {@code NOT_RELEASED}, {@code NOT_RESPONSIBLE}, {@code HOLDER_AWAY};
     *     {@code HOLDER_NOT_AWAY} where the leader hands on and the holder is there
     * @throws IllegalArgumentException if it is of another station
     */
    public Decision<Watch> relieve(Handover handover) {
        if (!handover.station().equals(station)) {
            throw new IllegalArgumentException("handover of " + handover.station().id());
        }
        Optional<Instant> released = handover.releasedAt();
        if (released.isEmpty()) {
            return Decision.refuse(List.of(handover.notReleased()));
        }
        Instant at = released.get();
        Optional<Actor> leader = handover.absence().map(Absence::leader);
        List<Refusal> reasons = leader.isPresent() ? there(at) : away(at);
        StaffId holder = holder(at);
        if (!handover.log().holder().equals(holder)) {
            reasons.add(
                    ShiftRefusal.NOT_RESPONSIBLE.because(
                            "station", station.id(),
                            "staff", handover.log().holder().value(),
                            "responsible", holder.value()));
        }
        return reasons.isEmpty()
                ? and(new WatchEvent(Kind.RELIEVED, handover.relief(), at, leader))
                : Decision.refuse(reasons);
    }

    /**
     * Whether nobody need be there any more.
     *
     * @param from the first instant without the station
     * @return this watch, or refused with {@code STATION_IN_USE} if something happened then or
     *     later
     */
    public Decision<Watch> end(Instant from) {
        Instant last = last().at();
        return last.isBefore(from)
                ? Decision.accept(this)
                : Decision.refuse(
                        List.of(
                                ShiftRefusal.STATION_IN_USE.because(
                                        "station", station.id(), "last", last.toString())));
    }

    /**
     * Who answers for the station; a stand-in does not change that.
     *
     * @param at an instant
     * @return the person; empty only before it was first manned
     */
    public Optional<StaffId> responsible(Instant at) {
        return events.stream()
                .filter(event -> !event.at().isAfter(at))
                .filter(event -> event.kind() == Kind.MANNED || event.kind() == Kind.RELIEVED)
                .reduce((earlier, later) -> later)
                .map(WatchEvent::staff);
    }

    /**
     * Who is there.
     *
     * @param at an instant
     * @return the holder or the stand-in; empty before it was first manned and while it is empty
     */
    public Optional<StaffId> onPost(Instant at) {
        return events.stream()
                .filter(event -> !event.at().isAfter(at))
                .reduce((earlier, later) -> later)
                .filter(event -> event.kind() != Kind.FOUND_EMPTY)
                .map(WatchEvent::staff);
    }

    /**
     * When nobody was there.
     *
     * @param horizon the time of the question
     * @return the gaps, in order; the time before it was first manned is one
     */
    public List<TimeSpan> gaps(TimeSpan horizon) {
        List<TimeSpan> covers = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Instant from = events.get(i).at();
            Instant to = i + 1 < events.size() ? events.get(i + 1).at() : horizon.end();
            if (events.get(i).kind() != Kind.FOUND_EMPTY && from.isBefore(to)) {
                covers.add(new TimeSpan(from, to));
            }
        }
        return horizon.gaps(covers);
    }

    private WatchEvent last() {
        return events.get(events.size() - 1);
    }

    private StaffId holder(Instant at) {
        return responsible(at.isBefore(last().at()) ? last().at() : at).orElseThrow();
    }

    /**
     * Whether a leader can hand the station on in place of the holder.
     *
     * @param at when
     * @return this watch, or refused with {@code TIME_RUNS_BACKWARDS}, {@code HOLDER_NOT_AWAY}
     */
    public Decision<Watch> requireAway(Instant at) {
        List<Refusal> reasons = there(at);
        return reasons.isEmpty() ? Decision.accept(this) : Decision.refuse(reasons);
    }

    /**
     * Whether somebody can take a post elsewhere (requirements 05 S05).
     *
     * @param staff the person
     * @param elsewhere where they are to go
     * @param at when
     * @return this watch, or refused with {@code AT_ANOTHER_STATION} if they hold this station or
     *     are here
     */
    public Decision<Watch> requireFree(StaffId staff, Station elsewhere, Instant at) {
        boolean isHere = List.of(responsible(at), onPost(at)).contains(Optional.of(staff));
        Refusal busy =
                ShiftRefusal.AT_ANOTHER_STATION.because(
                        "staff", staff.value(), "station", elsewhere.id(), "other", station.id());
        return isHere && !elsewhere.equals(station)
                ? Decision.refuse(List.of(busy))
                : Decision.accept(this);
    }

    private List<Refusal> there(Instant at) {
        List<Refusal> reasons = backwards(at);
        StaffId holder = holder(at);
        if (isThere(last(), holder)) {
            reasons.add(
                    ShiftRefusal.HOLDER_NOT_AWAY.because(
                            "station", station.id(), "staff", holder.value()));
        }
        return reasons;
    }

    private List<Refusal> away(Instant at) {
        List<Refusal> reasons = backwards(at);
        StaffId holder = holder(at);
        if (!isThere(last(), holder)) {
            reasons.add(
                    ShiftRefusal.HOLDER_AWAY.because(
                            "station", station.id(), "staff", holder.value()));
        }
        return reasons;
    }

    private List<Refusal> backwards(Instant at) {
        List<Refusal> reasons = new ArrayList<>();
        if (at.isBefore(last().at())) {
            reasons.add(
                    ShiftRefusal.TIME_RUNS_BACKWARDS.because(
                            "station", station.id(),
                            "at", at.toString(),
                            "last", last().at().toString()));
        }
        return reasons;
    }

    private Decision<Watch> and(WatchEvent event) {
        List<WatchEvent> all = new ArrayList<>(events);
        all.add(event);
        return Decision.accept(new Watch(station, all));
    }

    private static boolean isThere(WatchEvent last, StaffId holder) {
        return last.kind() != Kind.FOUND_EMPTY && last.staff().equals(holder);
    }

    private static boolean follows(WatchEvent event, WatchEvent before, StaffId holder) {
        boolean own = event.staff().equals(holder);
        return switch (event.kind()) {
            case MANNED -> false;
            case STOOD_IN -> isThere(before, holder) && !own;
            case RELIEVED -> isThere(before, holder) == event.consent().isEmpty() && !own;
            case FOUND_EMPTY -> own;
            case RETURNED -> !isThere(before, holder) && own;
        };
    }
}

package dev.guanjia.server.application;

import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.Overdue;
import dev.guanjia.security.shift.Roster;
import dev.guanjia.security.shift.Watch;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.RosterStore;
import dev.guanjia.server.store.RosterStore.Filter;
import dev.guanjia.server.store.StationStore;
import dev.guanjia.server.store.StationStore.End;
import dev.guanjia.server.store.StationStore.StationRow;
import dev.guanjia.server.store.WatchStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says when stations were without their guard, or are planned without one. */
@Service
public class StationGapReader {

    private final StationStore stations;
    private final WatchStore watches;
    private final RosterStore roster;
    private final Places places;
    private final Snapshot snapshot;
    private final Clock clock;

    StationGapReader(
            StationStore stations,
            WatchStore watches,
            RosterStore roster,
            Places places,
            Snapshot snapshot,
            Clock clock) {
        this.stations = stations;
        this.watches = watches;
        this.roster = roster;
        this.places = places;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * Which gaps are asked for.
     *
     * @param day on which they are
     * @param communityId of this community; null for any
     * @param stationId of this station; null for any
     * @param asOf the moment of the question; null for now
     */
    public record Query(
            LocalDate day,
            @Nullable String communityId,
            @Nullable String stationId,
            @Nullable Instant asOf) {}

    /** What kind of gap. */
    public enum Kind {
        /** Nobody was there. */
        UNMANNED,
        /** The roster names nobody. */
        UNPLANNED,
        /** The guard was away for longer than a short absence lasts, with a stand-in. */
        OVERDUE_ABSENCE
    }

    /**
     * A gap.
     *
     * @param station the station
     * @param kind what kind
     * @param span when
     * @param responsible who answered for the station; empty before it was first manned
     */
    public record Gap(
            StationRow station, Kind kind, TimeSpan span, Optional<StaffId> responsible) {}

    /**
     * Lists the gaps of a day by station, kind and beginning.
     *
     * @param caller who asks
     * @param query which
     * @param request which page
     * @return the page
     */
    public Page<Gap> list(Caller caller, Query query, PageRequest request) {
        Given given = new Given();
        given.day("day", query.day());
        given.end();
        return snapshot.read(
                () -> {
                    List<StationRow> rows =
                            stations.of(caller.tenant(), query.communityId()).stream()
                                    .filter(row -> isWanted(row, query.stationId()))
                                    .toList();
                    Places.Zones zones = places.zones(caller.tenant());
                    Map<String, List<Roster.Turn>> turns = turns(caller, query, rows, zones);
                    Map<String, Watch> watched =
                            watches.all(
                                    caller.tenant(),
                                    rows.stream().map(StationRow::station).toList());
                    List<Gap> gaps =
                            rows.stream()
                                    .flatMap(
                                            row ->
                                                    gaps(
                                                            query,
                                                            day(query, row, zones),
                                                            new Seen(
                                                                    row,
                                                                    turns.getOrDefault(
                                                                            row.id(), List.of()),
                                                                    Optional.ofNullable(
                                                                            watched.get(
                                                                                    row.id())))))
                                    .toList();
                    return Page.slice(gaps, request, StationGapReader::key);
                });
    }

    private static boolean isWanted(StationRow row, @Nullable String stationId) {
        return stationId == null || row.id().equals(stationId);
    }

    /** A station, who is planned there, and who was there. */
    private record Seen(StationRow row, List<Roster.Turn> turns, Optional<Watch> watch) {}

    private static TimeSpan day(Query query, StationRow row, Places.Zones zones) {
        ZoneId zone = zones.of(row.communityId());
        Instant from = query.day().atStartOfDay(zone).toInstant();
        return new TimeSpan(from, query.day().plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The turns at stations on the day, wherever it begins first and ends last; by station. */
    private Map<String, List<Roster.Turn>> turns(
            Caller caller, Query query, List<StationRow> rows, Places.Zones zones) {
        List<TimeSpan> days = rows.stream().map(row -> day(query, row, zones)).toList();
        if (days.isEmpty()) {
            return Map.of();
        }
        Instant from = days.stream().map(TimeSpan::start).min(Instant::compareTo).orElseThrow();
        Instant to = days.stream().map(TimeSpan::end).max(Instant::compareTo).orElseThrow();
        Filter filter = new Filter(query.stationId(), null, null, from, to);
        return roster.turns(caller.tenant(), filter).stream()
                .collect(Collectors.groupingBy(Roster.Turn::station));
    }

    private Stream<Gap> gaps(Query query, TimeSpan whole, Seen seen) {
        End end = seen.row().end();
        Optional<TimeSpan> day = end == null ? Optional.of(whole) : whole.before(end.at());
        Instant asOf = query.asOf() == null ? clock.instant() : query.asOf();
        return day.stream()
                .flatMap(
                        span ->
                                Stream.concat(
                                        unplanned(seen, span),
                                        span.before(asOf).stream()
                                                .flatMap(
                                                        passed ->
                                                                unmanned(
                                                                        seen.row(),
                                                                        seen.watch(),
                                                                        passed))));
    }

    private static Stream<Gap> unplanned(Seen seen, TimeSpan day) {
        return new Roster(seen.turns())
                .gaps(seen.row().id(), day).stream()
                        .map(span -> new Gap(seen.row(), Kind.UNPLANNED, span, Optional.empty()));
    }

    private static Stream<Gap> unmanned(StationRow row, Optional<Watch> watch, TimeSpan passed) {
        List<TimeSpan> empty = watch.map(seen -> seen.gaps(passed)).orElse(List.of(passed));
        List<TimeSpan> overdue = watch.map(seen -> Overdue.of(seen, passed)).orElse(List.of());
        return Stream.concat(
                gaps(row, Kind.UNMANNED, watch, empty),
                gaps(row, Kind.OVERDUE_ABSENCE, watch, overdue));
    }

    private static Stream<Gap> gaps(
            StationRow row, Kind kind, Optional<Watch> watch, List<TimeSpan> spans) {
        return spans.stream()
                .map(
                        span ->
                                new Gap(
                                        row,
                                        kind,
                                        span,
                                        watch.flatMap(seen -> seen.responsible(span.start()))));
    }

    private static String key(Gap gap) {
        return PageRequest.join(
                gap.station().id(), gap.kind().name(), PageRequest.moment(gap.span().start()));
    }
}

package dev.guanjia.server.application;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.Kit;
import dev.guanjia.security.shift.Station;
import dev.guanjia.security.shift.Watch;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.ShiftLogStore;
import dev.guanjia.server.store.ShiftLogStore.EntryRow;
import dev.guanjia.server.store.ShiftLogStore.LogRow;
import dev.guanjia.server.store.StationStore;
import dev.guanjia.server.store.StationStore.StationRow;
import dev.guanjia.server.store.WatchStore;
import dev.guanjia.server.store.WatchStore.EventRow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows stations: what their shifts hold, who answers for them and who is there. */
@Service
public class StationReader {

    private final StationStore stations;
    private final WatchStore watches;
    private final ShiftLogStore logs;
    private final Snapshot snapshot;
    private final Clock clock;

    StationReader(
            StationStore stations,
            WatchStore watches,
            ShiftLogStore logs,
            Snapshot snapshot,
            Clock clock) {
        this.stations = stations;
        this.watches = watches;
        this.logs = logs;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * A station as it is now.
     *
     * @param row the station
     * @param kit what its shift holds
     * @param responsible who answers for it; empty before it was first manned
     * @param onPost who is there
     */
    public record Shown(
            StationRow row, Kit kit, Optional<StaffId> responsible, Optional<StaffId> onPost) {}

    /**
     * Shows a station that was just set up.
     *
     * @param row the station
     * @return the station, not manned yet
     */
    public Shown show(StationRow row) {
        return new Shown(row, row.kit(), Optional.empty(), Optional.empty());
    }

    /**
     * Reads a station.
     *
     * @param caller who asks
     * @param id which
     * @return the station
     */
    public Shown get(Caller caller, String id) {
        return snapshot.read(() -> show(caller, List.of(row(caller, id))).get(0));
    }

    /**
     * Lists stations, oldest first.
     *
     * @param caller who asks
     * @param community in this community; null for any
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(Caller caller, @Nullable String community, PageRequest request) {
        return snapshot.read(
                () -> {
                    Page<StationRow> page = stations.list(caller.tenant(), community, request);
                    return new Page<>(show(caller, page.items()), page.nextCursor());
                });
    }

    /**
     * Lists what happened at a station, oldest first.
     *
     * @param caller who asks
     * @param id which
     * @param request which page
     * @return the page
     */
    public Page<EventRow> events(Caller caller, String id, PageRequest request) {
        row(caller, id);
        return watches.list(caller.tenant(), id, request);
    }

    /**
     * Lists the lines of the logs of a station, oldest first.
     *
     * @param caller who asks
     * @param id which
     * @param request which page
     * @return the page
     */
    public Page<EntryRow> entries(Caller caller, String id, PageRequest request) {
        row(caller, id);
        return logs.list(caller.tenant(), id, request);
    }

    private StationRow row(Caller caller, String id) {
        return stations.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private List<Shown> show(Caller caller, List<StationRow> rows) {
        List<Station> places = rows.stream().map(StationRow::station).toList();
        Map<String, Watch> watched = watches.all(caller.tenant(), places);
        Map<String, LogRow> kept = logs.current(caller.tenant(), places);
        Instant now = clock.instant();
        return rows.stream()
                .map(
                        row -> {
                            Optional<Watch> watch =
                                    Optional.ofNullable(watched.get(row.id()))
                                            .filter(seen -> !row.isOver(now));
                            LogRow log = kept.get(row.id());
                            return new Shown(
                                    row,
                                    log == null ? row.kit() : log.log().closing(),
                                    watch.flatMap(seen -> seen.responsible(now)),
                                    watch.flatMap(seen -> seen.onPost(now)));
                        })
                .toList();
    }
}

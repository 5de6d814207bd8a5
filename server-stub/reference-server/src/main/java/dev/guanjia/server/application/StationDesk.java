package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.security.shift.Kit;
import dev.guanjia.security.shift.Station;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import dev.guanjia.server.store.StationStore;
import dev.guanjia.server.store.StationStore.End;
import dev.guanjia.server.store.StationStore.StationRow;
import dev.guanjia.server.store.WatchStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Sets up the places that are manned at all times. */
@Service
public class StationDesk {

    private final Permissions permissions;
    private final StationStore store;
    private final WatchStore watches;
    private final NamedPosts posts;
    private final Places places;
    private final Audit audit;
    private final Clock clock;

    StationDesk(
            Permissions permissions,
            StationStore store,
            WatchStore watches,
            NamedPosts posts,
            Places places,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.store = store;
        this.watches = watches;
        this.posts = posts;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Something and what is to be said of it.
     *
     * @param name what
     * @param text what is to be said
     */
    public record Said(String name, String text) {}

    /**
     * A kit as it was given.
     *
     * @param keys the keys
     * @param goods the shared things
     * @param amount of the shared money
     * @param currency of the shared money
     * @param equipment the state of each piece
     */
    public record KitDraft(
            List<String> keys,
            List<String> goods,
            String amount,
            String currency,
            List<Said> equipment) {}

    /**
     * A station as it was given.
     *
     * @param communityId where
     * @param label what it is called, without a key
     * @param post of its guards
     * @param leader who consents to a short absence
     * @param kit what its shifts pass on
     * @param absence how many minutes a short absence lasts at most; null for the usual
     */
    public record Draft(
            String communityId,
            Named label,
            String post,
            String leader,
            KitDraft kit,
            @Nullable Integer absence) {}

    /**
     * Sets up a station.
     *
     * @param caller who asks
     * @param draft the station
     * @return the station
     */
    public StationRow create(Caller caller, Draft draft) {
        permissions.require(caller, "create-station", draft.communityId());
        Given given = new Given();
        places.community(given, caller.tenant(), draft.communityId());
        Optional<Label> label = new PatrolRouteIntake(given).label("/label", draft.label());
        Set<PostKey> known = posts.known(caller.tenant());
        given.post("/post", draft.post(), known);
        given.post("/leader", draft.leader(), known);
        if (draft.post().equals(draft.leader())) {
            given.wrong("/leader", FieldCode.OUT_OF_RANGE, "expected", "another post");
        }
        Optional<Kit> kit = kit(given, draft.kit());
        given.end();
        Station station =
                new Station(
                        Ids.next("st"),
                        label.orElseThrow(),
                        new PostKey(draft.post()),
                        new PostKey(draft.leader()),
                        absence(draft.absence()));
        StationRow row = new StationRow(station, draft.communityId(), kit.orElseThrow(), null, 0);
        store.add(caller.tenant(), row, clock.instant());
        Map<String, String> facts = Map.of("community", draft.communityId());
        audit.accepted(caller, "create-station", row.id(), facts);
        return row;
    }

    private static Duration absence(@Nullable Integer minutes) {
        return minutes == null ? Station.SHORT_ABSENCE : Duration.ofMinutes(minutes);
    }

    /**
     * Ends a station.
     *
     * @param caller who asks
     * @param id which
     * @param to the first day without it
     * @param reason why; null if nothing was said
     */
    public void end(Caller caller, String id, LocalDate to, @Nullable String reason) {
        permissions.require(caller, "end-station", id);
        StationRow row = store.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Given given = new Given();
        given.day("/to", to);
        Optional.ofNullable(reason).ifPresent(text -> given.text("/reason", text));
        given.end();
        if (row.end() != null) {
            throw ended(row);
        }
        ZoneId zone = places.community(caller.tenant(), row.communityId()).zone();
        End end = new End(to, to.atStartOfDay(zone).toInstant());
        watches.of(caller.tenant(), row.station())
                .ifPresent(watch -> Refused.unlessAccepted(watch.end(end.at())));
        store.end(caller.tenant(), id, end, reason);
        audit.accepted(caller, "end-station", id, Map.of("to", to.toString()));
    }

    /** Refuses what is to happen at a station that has ended by then. */
    static void requireInUse(StationRow row, Instant at) {
        if (row.isOver(at)) {
            throw ended(row);
        }
    }

    private static Refused ended(StationRow row) {
        End end = row.end();
        String to = end == null ? "-" : end.to().toString();
        return SecurityRefusal.STATION_ENDED.with(Map.of("station", row.id(), "to", to));
    }

    private static Optional<Kit> kit(Given given, KitDraft draft) {
        TreeSet<String> things = new TreeSet<>();
        once(given, "/kit/keys/", draft.keys(), things);
        once(given, "/kit/goods/", draft.goods(), things);
        List<String> pieces = draft.equipment().stream().map(Said::name).toList();
        once(given, "/kit/equipment/", pieces, new TreeSet<>());
        Optional<Money> money = given.money("/kit/money", draft.amount(), draft.currency());
        if (things.size() != draft.keys().size() + draft.goods().size()) {
            return Optional.empty();
        }
        TreeMap<String, String> equipment = new TreeMap<>();
        draft.equipment().forEach(piece -> equipment.put(piece.name(), piece.text()));
        return money.map(
                held ->
                        new Kit(
                                new TreeSet<>(draft.keys()),
                                new TreeSet<>(draft.goods()),
                                new TreeMap<>(),
                                held,
                                equipment,
                                new TreeMap<>()));
    }

    private static void once(Given given, String at, List<String> names, Set<String> seen) {
        for (int i = 0; i < names.size(); i++) {
            given.text(at + i, names.get(i));
            if (!seen.add(names.get(i))) {
                given.wrong(at + i, FieldCode.OUT_OF_RANGE, "expected", "each name once");
            }
        }
    }
}

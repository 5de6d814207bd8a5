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
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import dev.guanjia.server.store.StationStore;
import dev.guanjia.server.store.StationStore.StationRow;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/** Sets up the places that are manned at all times. */
@Service
public class StationDesk {

    private final Permissions permissions;
    private final StationStore store;
    private final DutyBook book;
    private final Places places;
    private final Audit audit;
    private final Clock clock;

    StationDesk(
            Permissions permissions,
            StationStore store,
            DutyBook book,
            Places places,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.store = store;
        this.book = book;
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
     */
    public record Draft(
            String communityId, Named label, String post, String leader, KitDraft kit) {}

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
        Set<PostKey> posts = book.posts(caller.tenant());
        given.post("/post", draft.post(), posts);
        given.post("/leader", draft.leader(), posts);
        if (draft.post().equals(draft.leader())) {
            given.wrong("/leader", FieldCode.OUT_OF_RANGE, "expected", "another post");
        }
        Optional<Kit> kit = kit(given, draft.kit());
        given.end();
        Station station =
                new Station(
                        Ids.next("sh"),
                        label.orElseThrow(),
                        new PostKey(draft.post()),
                        new PostKey(draft.leader()));
        StationRow row = new StationRow(station, draft.communityId(), kit.orElseThrow(), 0);
        store.add(caller.tenant(), row, clock.instant());
        Map<String, String> facts = Map.of("community", draft.communityId());
        audit.accepted(caller, "create-station", row.id(), facts);
        return row;
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

package dev.guanjia.server.application;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.Equipment.Stay;
import dev.guanjia.asset.EquipmentCatalogue;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.EquipmentRegister;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.EquipmentSites.Site;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.EquipmentStore;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Registers equipment, moves it and takes it out of use. */
@Service
public class EquipmentDesk {

    private final Planning planning;
    private final EquipmentStore store;
    private final EquipmentSites sites;
    private final CommunityDays days;
    private final EquipmentCatalogue catalogue;
    private final MaintenanceWithdrawals withdrawals;

    EquipmentDesk(
            Planning planning,
            EquipmentStore store,
            EquipmentSites sites,
            CommunityDays days,
            EquipmentCatalogue catalogue,
            MaintenanceWithdrawals withdrawals) {
        this.planning = planning;
        this.store = store;
        this.sites = sites;
        this.days = days;
        this.catalogue = catalogue;
        this.withdrawals = withdrawals;
    }

    /**
     * What is said of a piece of equipment.
     *
     * @param kind its class
     * @param serial its number
     * @param name what people call it
     * @param stay since when it is where
     * @param warranty when the maker answers for it; null when nobody does
     */
    public record Draft(
            String kind, String serial, String name, Where stay, @Nullable Span warranty) {}

    /**
     * Where something is from a day on.
     *
     * @param from the first day
     * @param community which community
     * @param building which of its buildings; null outside
     * @param area which room or zone; null where the building says enough
     */
    public record Where(
            LocalDate from, String community, @Nullable String building, @Nullable String area) {}

    /**
     * Some days.
     *
     * @param from the first
     * @param to the day after the last; null where there is none
     */
    public record Span(LocalDate from, @Nullable LocalDate to) {}

    /**
     * Registers a piece of equipment.
     *
     * @param caller who asks
     * @param draft what is said of it
     * @return the equipment
     */
    public EquipmentRow register(Caller caller, Draft draft) {
        Breach attempt = new Breach("register-equipment", "equipment");
        planning.admit(caller, attempt);
        Equipment added = read(caller.tenant(), draft);
        admit(caller.tenant(), added);
        if (!store.add(caller.tenant(), added, planning.now())) {
            // somebody was faster; the row that is there now says so
            admit(caller.tenant(), added);
        }
        String id = added.id().value();
        planning.done(caller, attempt, id, Map.of("class", draft.kind()));
        return new EquipmentRow(added, 1);
    }

    private void admit(String tenant, Equipment added) {
        List<Equipment> same =
                store.of(tenant, added.kind(), added.serial()).stream()
                        .map(EquipmentRow::equipment)
                        .toList();
        Refused.unlessAccepted(new EquipmentRegister(catalogue, same, List.of()).add(added));
    }

    private Equipment read(String tenant, Draft draft) {
        Given given = new Given();
        Optional<AssetKey> kind = classOf(given, "/equipment_class", draft.kind());
        given.text("/serial", draft.serial());
        given.text("/name", draft.name());
        Where where = draft.stay();
        Optional<Site> site = site(given, tenant, where);
        site.ifPresent(found -> days.past(given, "/installed_on", where.from(), found.zone()));
        Optional<DateRange> warranty =
                draft.warranty() == null
                        ? Optional.empty()
                        : range(given, "/warranty", draft.warranty());
        given.end();
        return new Equipment(
                new EquipmentId(Ids.next("eq")),
                kind.orElseThrow(),
                draft.serial(),
                draft.name(),
                List.of(new Stay(where.from(), site.orElseThrow().place())),
                Optional.empty(),
                warranty);
    }

    /** A class of the catalogue. */
    Optional<AssetKey> classOf(Given given, String pointer, String text) {
        Optional<AssetKey> known =
                catalogue.classes().stream()
                        .map(row -> row.key())
                        .filter(key -> key.value().equals(text))
                        .findFirst();
        return known.isPresent() ? known : given.unknown(pointer, text);
    }

    private Optional<Site> site(Given given, String tenant, Where where) {
        return sites.read(
                given,
                tenant,
                new EquipmentSites.Named(where.community(), where.building(), where.area()));
    }

    static Optional<DateRange> range(Given given, String pointer, Span span) {
        LocalDate to = span.to();
        boolean possible = given.day(pointer + "/from", span.from()).isPresent();
        if (to != null) {
            possible &= given.day(pointer + "/to", to).isPresent();
        }
        if (to != null && !to.isAfter(span.from())) {
            String expected = "later than " + span.from();
            return given.wrong(pointer + "/to", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        return possible && to != null
                ? Optional.of(new DateRange(span.from(), to))
                : Optional.empty();
    }

    /**
     * Moves a piece of equipment.
     *
     * @param caller who asks
     * @param seen which
     * @param where from when on it is where
     * @return the equipment afterwards
     */
    public EquipmentRow move(Caller caller, Seen seen, Where where) {
        Breach attempt = new Breach("move-equipment", seen.id());
        planning.admit(caller, attempt);
        EquipmentRow before = lock(caller, seen);
        Given given = new Given();
        Optional<Site> site = site(given, caller.tenant(), where);
        site.ifPresent(found -> days.past(given, "/from", where.from(), found.zone()));
        given.end();
        Stay stay = new Stay(where.from(), site.orElseThrow().place());
        return change(
                caller, attempt, before, register -> register.move(before.equipment().id(), stay));
    }

    /**
     * Takes a piece of equipment out of use for good.
     *
     * @param caller who asks
     * @param seen which
     * @param day the first day on which it is no longer used
     * @return the equipment afterwards
     */
    public EquipmentRow retire(Caller caller, Seen seen, LocalDate day) {
        Breach attempt = new Breach("retire-equipment", seen.id());
        planning.admit(caller, attempt);
        EquipmentRow before = lock(caller, seen);
        Given given = new Given();
        days.past(given, "/retired_on", day, sites.zone(caller.tenant(), before.place()));
        given.end();
        EquipmentRow after =
                change(
                        caller,
                        attempt,
                        before,
                        register -> register.retire(before.equipment().id(), day));
        withdrawals.follow(caller, after.equipment());
        return after;
    }

    private EquipmentRow lock(Caller caller, Seen seen) {
        EquipmentRow row = lock(caller, seen.id());
        Version.require(seen.ifMatch(), row.version());
        return row;
    }

    /** A piece of equipment of which something is recorded; nobody else does so meanwhile. */
    EquipmentRow lock(Caller caller, String id) {
        return store.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /** The register, as far as one piece is concerned. */
    EquipmentRegister register(String tenant, EquipmentRow row) {
        return new EquipmentRegister(
                catalogue, List.of(row.equipment()), store.certificates(tenant, List.of(row.id())));
    }

    private EquipmentRow change(
            Caller caller,
            Breach attempt,
            EquipmentRow before,
            Function<EquipmentRegister, Decision<EquipmentRegister>> step) {
        EquipmentRegister register = register(caller.tenant(), before);
        EquipmentRegister changed = Refused.unlessAccepted(step.apply(register));
        Equipment after = changed.find(before.equipment().id()).orElseThrow();
        if (after.equals(before.equipment())) {
            return before;
        }
        store.change(caller.tenant(), before.equipment(), after);
        planning.done(caller, attempt, before.id(), Map.of());
        return new EquipmentRow(after, before.version() + 1);
    }
}

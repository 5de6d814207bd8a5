package dev.guanjia.server.application;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.maintenance.MaintenanceStandard;
import dev.guanjia.asset.maintenance.MaintenanceStandards;
import dev.guanjia.calendar.Cadence;
import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.MaintenanceStandardStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What each class of equipment needs: the shipped rows and those of the company. */
@Service
public class MaintenanceStandardDesk {

    private final Planning planning;
    private final EquipmentDesk equipment;
    private final MaintenanceStandardStore store;
    private final Requirements requirements;
    private final MaintenanceStandards shipped;

    MaintenanceStandardDesk(
            Planning planning,
            EquipmentDesk equipment,
            MaintenanceStandardStore store,
            Requirements requirements,
            MaintenanceStandards shipped) {
        this.planning = planning;
        this.equipment = equipment;
        this.store = store;
        this.requirements = requirements;
        this.shipped = shipped;
    }

    /**
     * What is said of a standard.
     *
     * @param id its key
     * @param work what is done, in both languages
     * @param kind the class of equipment
     * @param cadence how often
     * @param evidence which record proves it
     * @param qualification what is asked of who does it; null for nothing
     * @param from the first day
     */
    public record Draft(
            String id,
            Work work,
            String kind,
            String cadence,
            String evidence,
            @Nullable String qualification,
            LocalDate from) {}

    /**
     * What is done.
     *
     * @param zh in Chinese
     * @param en in English
     */
    public record Work(String zh, String en) {}

    /**
     * A standard and whose it is.
     *
     * @param standard the standard
     * @param own whether the company set it
     */
    public record Shown(MaintenanceStandard standard, boolean own) {}

    /**
     * Sets a standard.
     *
     * @param caller who asks
     * @param draft what is said
     * @return the standard
     */
    public Shown set(Caller caller, Draft draft) {
        Breach attempt = new Breach("set-maintenance-standard", draft.id());
        planning.admit(caller, attempt);
        MaintenanceStandard read = read(draft);
        if (store.add(caller.tenant(), read, planning.now())) {
            planning.done(caller, attempt, draft.id(), Map.of("from", draft.from().toString()));
        } else if (!store.all(caller.tenant()).contains(read)) {
            throw PlanningRefusal.STANDARD_TWICE.with(
                    Map.of("standard", draft.id(), "from", draft.from().toString()));
        }
        return new Shown(read, true);
    }

    private MaintenanceStandard read(Draft draft) {
        Given given = new Given();
        given.text("/work/zh", draft.work().zh());
        given.text("/work/en", draft.work().en());
        Optional<AssetKey> kind = equipment.classOf(given, "/equipment_class", draft.kind());
        Optional<Cadence> cadence =
                given.known("/cadence", draft.cadence(), Cadence.class)
                        .filter(Cadence::isCalendarBound);
        if (cadence.isEmpty() && isCadence(draft.cadence())) {
            given.unknown("/cadence", draft.cadence());
        }
        Optional<QualificationKey> qualification = qualification(given, draft.qualification());
        given.day("/from", draft.from());
        given.end();
        return new MaintenanceStandard(
                draft.id(),
                new Label(draft.work().zh(), draft.work().en()),
                kind.orElseThrow(),
                cadence.orElseThrow(),
                draft.evidence(),
                qualification,
                draft.from());
    }

    private static boolean isCadence(String text) {
        return List.of(Cadence.values()).stream().anyMatch(known -> known.name().equals(text));
    }

    private Optional<QualificationKey> qualification(Given given, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<QualificationKey> known =
                requirements.kinds().stream()
                        .map(kind -> kind.key())
                        .filter(key -> key.value().equals(text))
                        .findFirst();
        return known.isPresent() ? known : given.unknown("/qualification", text);
    }

    /** Every standard of a company. */
    MaintenanceStandards all(String tenant) {
        return shipped.with(store.all(tenant));
    }

    /**
     * Lists standards by id and first day.
     *
     * @param caller who asks
     * @param kind of which class; null for any
     * @param day holding on that day; null for any
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(
            Caller caller, @Nullable String kind, @Nullable LocalDate day, PageRequest request) {
        Given given = new Given();
        if (kind != null) {
            equipment.classOf(given, "equipment_class", kind);
        }
        given.end();
        List<MaintenanceStandard> own = store.all(caller.tenant());
        MaintenanceStandards all = shipped.with(own);
        List<Shown> wanted =
                all.rows().stream()
                        .filter(row -> kind == null || row.kind().value().equals(kind))
                        .filter(row -> day == null || all.holds(row, day))
                        .map(row -> new Shown(row, own.contains(row)))
                        .toList();
        return Page.slice(
                wanted,
                request,
                row -> PageRequest.join(row.standard().id(), row.standard().from().toString()));
    }
}

package dev.guanjia.server.application;

import dev.guanjia.asset.Downtime;
import dev.guanjia.asset.DowntimeLog;
import dev.guanjia.asset.EquipmentRegister;
import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.DowntimeStore;
import dev.guanjia.server.store.DowntimeStore.DowntimeRow;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes reports that equipment is out of service, and that it runs again. */
@Service
public class DowntimeDesk {

    private final Planning planning;
    private final EquipmentDesk equipment;
    private final EquipmentReader reader;
    private final EquipmentSites sites;
    private final DowntimeStore store;

    DowntimeDesk(
            Planning planning,
            EquipmentDesk equipment,
            EquipmentReader reader,
            EquipmentSites sites,
            DowntimeStore store) {
        this.planning = planning;
        this.equipment = equipment;
        this.reader = reader;
        this.sites = sites;
        this.store = store;
    }

    /**
     * What is said of an outage.
     *
     * @param reference the record it comes from
     * @param cause why
     * @param began since when
     * @param ended since when it runs again; null while it lasts
     */
    public record Draft(String reference, String cause, Instant began, @Nullable Instant ended) {}

    /**
     * A time out of service.
     *
     * @param cause why
     * @param time when
     */
    public record Outage(Downtime.Cause cause, TimeSpan time) {}

    /**
     * Takes a report.
     *
     * @param caller who asks
     * @param id of which equipment
     * @param draft what is said
     * @return the report
     */
    public DowntimeRow report(Caller caller, String id, Draft draft) {
        Breach attempt = new Breach("report-downtime", id);
        planning.admit(caller, attempt);
        EquipmentRow row = equipment.lock(caller, id);
        Downtime read = read(row, draft);
        Optional<DowntimeRow> known = admit(caller.tenant(), row, read);
        if (known.isPresent()) {
            return known.get();
        }
        DowntimeRow added = new DowntimeRow(Ids.next("dt"), read);
        if (!store.add(caller.tenant(), added, planning.now())) {
            // the reference was taken for another piece meanwhile
            admit(caller.tenant(), row, read);
        }
        planning.done(caller, attempt, id, Map.of("reference", draft.reference()));
        return added;
    }

    /** Refuses a report, or says which one stands there already. */
    private Optional<DowntimeRow> admit(String tenant, EquipmentRow row, Downtime read) {
        Optional<DowntimeRow> known = store.referred(tenant, read.reference());
        DowntimeLog log = new DowntimeLog(known.map(DowntimeRow::downtime).stream().toList());
        EquipmentRegister register = equipment.register(tenant, row);
        ZoneId zone = sites.zone(tenant, row.place());
        Refused.unlessAccepted(log.report(read, register, zone));
        return known;
    }

    private Downtime read(EquipmentRow row, Draft draft) {
        Given given = new Given();
        Moments moments = new Moments(given, planning.now());
        given.text("/reference", draft.reference());
        Optional<Downtime.Cause> cause = given.known("/cause", draft.cause(), Downtime.Cause.class);
        Optional<Instant> began = moments.past("/began_at", draft.began());
        Optional<Instant> ended = moments.past("/ended_at", draft.ended());
        if (began.isPresent() && ended.filter(end -> !end.isAfter(began.get())).isPresent()) {
            String expected = "later than " + began.get();
            given.wrong("/ended_at", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        given.end();
        return new Downtime(
                draft.reference(),
                row.equipment().id(),
                cause.orElseThrow(),
                began.orElseThrow(),
                ended);
    }

    /**
     * Takes it that equipment runs again.
     *
     * @param caller who asks
     * @param id which equipment
     * @param downtimeId which report
     * @param at since when
     * @return the report afterwards
     */
    public DowntimeRow end(Caller caller, String id, String downtimeId, Instant at) {
        Breach attempt = new Breach("end-downtime", id);
        planning.admit(caller, attempt);
        EquipmentRow row = equipment.lock(caller, id);
        DowntimeRow before =
                store.of(caller.tenant(), List.of(row.id())).stream()
                        .filter(report -> report.id().equals(downtimeId))
                        .findFirst()
                        .orElseThrow(() -> Fault.notFound(downtimeId));
        Given given = new Given();
        Optional<Instant> ended = new Moments(given, planning.now()).past("/ended_at", at);
        given.end();
        DowntimeLog log = new DowntimeLog(List.of(before.downtime()));
        String reference = before.downtime().reference();
        Downtime after =
                Refused.unlessAccepted(log.end(reference, ended.orElseThrow())).reports().get(0);
        if (!after.equals(before.downtime())) {
            store.end(caller.tenant(), downtimeId, ended.get());
            planning.done(caller, attempt, id, Map.of("reference", reference));
        }
        return new DowntimeRow(downtimeId, after);
    }

    /**
     * Lists the reports of a piece of equipment, latest first.
     *
     * @param caller who asks
     * @param id which
     * @param request which page
     * @return the page
     */
    public Page<DowntimeRow> list(Caller caller, String id, PageRequest request) {
        return store.list(caller.tenant(), reader.find(caller, id).id(), request);
    }

    /**
     * Lists when a piece of equipment was out of service, by beginning and cause.
     *
     * @param caller who asks
     * @param id which
     * @param request which page
     * @return the page
     */
    public Page<Outage> outages(Caller caller, String id, PageRequest request) {
        EquipmentRow row = reader.find(caller, id);
        DowntimeLog log = log(caller.tenant(), List.of(row.id()));
        List<Outage> outages = new ArrayList<>();
        for (Downtime.Cause cause : Downtime.Cause.values()) {
            log.outages(row.equipment().id(), cause, planning.now())
                    .forEach(time -> outages.add(new Outage(cause, time)));
        }
        return Page.slice(
                outages,
                request,
                outage ->
                        PageRequest.join(
                                PageRequest.moment(outage.time().start()), outage.cause().name()));
    }

    /** Every report of some equipment. */
    DowntimeLog log(String tenant, List<String> ids) {
        return new DowntimeLog(store.of(tenant, ids).stream().map(DowntimeRow::downtime).toList());
    }
}

package dev.guanjia.server.application;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.CatalogueFault;
import dev.guanjia.duty.Duty;
import dev.guanjia.duty.DutyCalendar;
import dev.guanjia.duty.DutyCatalogue;
import dev.guanjia.duty.DutyId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.DutyOverlayStore;
import dev.guanjia.server.store.DutyOverlayStore.OverlayRow;
import dev.guanjia.server.store.DutyRhythmStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Adds to the duties of the catalogue, changes and retires them, for one company. */
@Service
public class DutyCatalogueDesk {

    /** Where a column of the catalogue stands in a request. */
    private static final Map<String, String> POINTERS =
            Map.of(
                    "id", "/id",
                    "zh", "/label/zh",
                    "en", "/label/en",
                    "posts", "/posts",
                    "cadence", "/cadences",
                    "deadline", "/deadline",
                    "evidence", "/evidence",
                    "approver", "/approvers",
                    "from", "/from",
                    "source", "/source");

    private final Permissions permissions;
    private final DutyBook book;
    private final DutyOverlayStore overlay;
    private final DutyRhythmStore rhythms;
    private final Audit audit;
    private final Clock clock;

    DutyCatalogueDesk(
            Permissions permissions,
            DutyBook book,
            DutyOverlayStore overlay,
            DutyRhythmStore rhythms,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.book = book;
        this.overlay = overlay;
        this.rhythms = rhythms;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a duty is.
     *
     * @param zh what it asks, in Chinese
     * @param en what it asks, in English
     * @param who who does and who confirms it
     * @param cadences how often it comes round
     * @param deadline codes with a semicolon between; null for none
     * @param evidence the records that prove it
     * @param held since when and from where
     */
    public record Content(
            String zh,
            String en,
            Who who,
            List<String> cadences,
            @Nullable String deadline,
            List<String> evidence,
            Held held) {}

    /**
     * Who does and who confirms a duty.
     *
     * @param posts who does it
     * @param approvers who confirms it
     */
    public record Who(List<String> posts, List<String> approvers) {}

    /**
     * Since when something holds.
     *
     * @param from the first day
     * @param source where it comes from
     */
    public record Held(LocalDate from, String source) {}

    /**
     * That a duty ends.
     *
     * @param from the first day without it
     * @param reason why; null if that is not said
     */
    public record Ending(LocalDate from, @Nullable String reason) {}

    /**
     * A duty with its versions.
     *
     * @param versions by first day, at least one
     * @param version counted from 1
     */
    public record History(List<Duty> versions, long version) {}

    /** Reads a duty with its versions. */
    public History get(Caller caller, String id) {
        List<Duty> versions =
                book.catalogue(caller.tenant()).versions().stream()
                        .filter(duty -> duty.id().value().equals(id))
                        .toList();
        if (versions.isEmpty()) {
            throw Fault.notFound(id);
        }
        long rows =
                overlay.all(caller.tenant()).stream()
                        .filter(row -> row.dutyId().equals(id))
                        .count();
        return new History(versions, rows + 1);
    }

    /** Adds a duty. */
    public History create(Caller caller, String id, Content content) {
        permissions.require(caller, "create-duty", id);
        rhythms.lock(caller.tenant());
        boolean taken =
                book.catalogue(caller.tenant())
                        .find(new DutyId(id))
                        .filter(duty -> duty.origin().until().isEmpty())
                        .isPresent();
        if (taken) {
            throw DutyRuleRefusal.DUTY_ID_TAKEN.with(Map.of("duty", id));
        }
        return apply(caller, "create-duty", row("add", id, content));
    }

    /** Changes a duty from a day on. */
    public History change(Caller caller, String id, String ifMatch, Content content) {
        permissions.require(caller, "change-duty", id);
        requireInForce(caller, id, ifMatch);
        return apply(caller, "change-duty", row("change", id, content));
    }

    /** Retires a duty from a day on. */
    public History retire(Caller caller, String id, String ifMatch, Ending ending) {
        permissions.require(caller, "retire-duty", id);
        requireInForce(caller, id, ifMatch);
        String reason = ending.reason();
        Given given = new Given();
        if (reason != null) {
            given.text("/reason", reason);
        }
        given.day("/from", ending.from());
        given.end();
        String source = reason == null ? "company" : reason;
        return apply(
                caller,
                "retire-duty",
                new OverlayRow("retire", id, Map.of(), ending.from(), source));
    }

    private void requireInForce(Caller caller, String id, String ifMatch) {
        rhythms.lock(caller.tenant());
        History history = get(caller, id);
        Version.require(ifMatch, history.version());
        Duty last = history.versions().get(history.versions().size() - 1);
        last.origin()
                .until()
                .ifPresent(
                        to -> {
                            throw DutyRuleRefusal.DUTY_RETIRED.with(
                                    Map.of("duty", id, "to", to.toString()));
                        });
    }

    private static OverlayRow row(String op, String id, Content content) {
        Given given = new Given();
        given.text("/label/zh", content.zh());
        given.text("/label/en", content.en());
        given.text("/source", content.held().source());
        given.day("/from", content.held().from());
        List<String> cadences = content.cadences();
        for (int i = 0; i < cadences.size(); i++) {
            given.known("/cadences/" + i, cadences.get(i), Cadence.class);
        }
        for (int i = 0; i < content.evidence().size(); i++) {
            one(given, "/evidence/" + i, content.evidence().get(i));
        }
        given.end();
        Map<String, String> cells =
                Map.of(
                        "zh", content.zh(),
                        "en", content.en(),
                        "posts", String.join(";", content.who().posts()),
                        "cadence", codes(cadences),
                        "deadline", Optional.ofNullable(content.deadline()).orElse(""),
                        "evidence", String.join(";", content.evidence()),
                        "approver", String.join(";", content.who().approvers()));
        return new OverlayRow(op, id, cells, content.held().from(), content.held().source());
    }

    private static String codes(List<String> cadences) {
        return String.join(
                ";", cadences.stream().map(name -> Cadence.valueOf(name).code()).toList());
    }

    private static void one(Given given, String pointer, String text) {
        given.text(pointer, text);
        if (text.contains(";")) {
            given.wrong(pointer, FieldCode.WRONG_FORMAT, "expected", "one record, no semicolon");
        }
    }

    private History apply(Caller caller, String command, OverlayRow row) {
        Given given = new Given();
        overlaid(given, caller, row).ifPresent(after -> fit(given, caller, row, after));
        given.end();
        overlay.add(caller.tenant(), row, clock.instant());
        audit.accepted(caller, command, row.dutyId(), Map.of("from", row.from().toString()));
        return get(caller, row.dutyId());
    }

    private Optional<DutyCatalogue> overlaid(Given given, Caller caller, OverlayRow row) {
        try {
            DutyCatalogue before = book.catalogue(caller.tenant());
            return Optional.of(before.overlaid(OverlayRows.table(List.of(row))));
        } catch (CatalogueException faulty) {
            faulty.faults().forEach(fault -> note(given, fault));
            return Optional.empty();
        }
    }

    /** A deadline that never falls in an interval that the company set is refused, too. */
    private void fit(Given given, Caller caller, OverlayRow row, DutyCatalogue after) {
        CompanyCalendar now = book.calendar(caller.tenant());
        try {
            new DutyCalendar(
                    book.heldIn(caller.tenant(), after),
                    now.responsibility(),
                    now.settings().on(row.from()));
        } catch (IllegalArgumentException neverOccurs) {
            given.faults()
                    .add(
                            "/deadline",
                            DutyRuleRefusal.DUTY_ROW_FAULTY,
                            Map.of("reason", String.valueOf(neverOccurs.getMessage())));
        }
    }

    /** A fault of the row as a whole can only lie between its posts and its times. */
    private static void note(Given given, CatalogueFault fault) {
        String pointer =
                POINTERS.getOrDefault(
                        fault.column(),
                        fault.message().contains("approve") ? "/approvers" : "/posts");
        given.faults()
                .add(pointer, DutyRuleRefusal.DUTY_ROW_FAULTY, Map.of("reason", fault.message()));
    }
}

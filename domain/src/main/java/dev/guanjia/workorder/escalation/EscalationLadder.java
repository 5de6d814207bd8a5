package dev.guanjia.workorder.escalation;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.WorkOrderRefusal;
import dev.guanjia.workorder.lifecycle.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who hears of a complaint, and who next: the rows of {@code escalation-ladders.csv} of one name.
 * Which ladder a company uses is its own choice. Source: 03 P-COMPLAINT rule 2; 06 A-46.
 *
 * @param rungs level one first, at least one
 */
public record EscalationLadder(List<Rung> rungs) {

    /** The header of a table of ladders. */
    public static final List<String> COLUMNS =
            List.of("ladder", "level", "post", "at_once_for", "source");

    /** Copies; a ladder has a rung. */
    public EscalationLadder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("a ladder without rungs");
        }
    }

    /**
     * A level of a ladder.
     *
     * @param post who hears of it
     * @param atOnceFor from which severity on they hear of it at once; null when only step by step
     * @param source the requirement
     */
    public record Rung(PostKey post, @Nullable Severity atOnceFor, String source) {}

    /**
     * Where a complaint stands on the ladder.
     *
     * @param order which complaint
     * @param severity the gravest it was ever held for
     * @param level from 1
     * @param post who has it
     * @param act who raised it, when and why
     */
    public record Escalation(
            WorkOrderId order, Severity severity, int level, PostKey post, Act act) {}

    /**
     * The ladders that ship with the library.
     *
     * @return by name
     */
    public static Map<String, EscalationLadder> shipped() {
        return read(
                Table.of(EscalationLadder.class, "escalation-ladders.csv", COLUMNS),
                PostLibrary.load());
    }

    /**
     * Reads ladders.
     *
     * @param table {@link #COLUMNS}; the levels of a ladder count from 1, in order
     * @param posts whom a row may name
     * @return by name
     * @throws CatalogueException naming every faulty cell
     */
    public static Map<String, EscalationLadder> read(Table table, PostLibrary posts) {
        Map<String, List<Rung>> rungs = new LinkedHashMap<>();
        table.map(row -> add(rungs, row, posts));
        Map<String, EscalationLadder> ladders = new LinkedHashMap<>();
        rungs.forEach((name, own) -> ladders.put(name, new EscalationLadder(own)));
        return ladders;
    }

    /**
     * Raises a complaint: to the next level, or at once to the one that its severity asks. Neither
     * the level nor the severity ever falls.
     *
     * @param before where it stands; null when it stands nowhere yet
     * @param order which complaint
     * @param severity how grave it is held for now
     * @param act who raises it, when and why
     * @return where it stands then; or refused with {@code REASON_MISSING}, {@code
     *     BEFORE_PREVIOUS_EVENT} or {@code LADDER_ENDS}
     */
    public Decision<Escalation> raise(
            @Nullable Escalation before, WorkOrderId order, Severity severity, Act act) {
        Severity gravest =
                before != null && before.severity().compareTo(severity) > 0
                        ? before.severity()
                        : severity;
        int level = Math.max(before == null ? 1 : before.level() + 1, least(gravest));
        List<Refusal> reasons = new ArrayList<>();
        if (act.note() == null) {
            reasons.add(WorkOrderRefusal.REASON_MISSING.because("action", "ESCALATE"));
        }
        if (before != null && act.occurredAt().isBefore(before.act().occurredAt())) {
            reasons.add(
                    WorkOrderRefusal.BEFORE_PREVIOUS_EVENT.because(
                            "occurred", act.occurredAt().toString(),
                            "previous", before.act().occurredAt().toString()));
        }
        if (level > rungs.size()) {
            reasons.add(
                    EscalationRefusal.LADDER_ENDS.because(
                            "order", order.value(), "level", String.valueOf(level - 1)));
        }
        return reasons.isEmpty()
                ? Decision.accept(
                        new Escalation(order, gravest, level, rungs.get(level - 1).post(), act))
                : Decision.refuse(reasons);
    }

    /** The highest level that hears of such a complaint at once. */
    private int least(Severity severity) {
        int level = 1;
        for (int i = 0; i < rungs.size(); i++) {
            Severity from = rungs.get(i).atOnceFor();
            if (from != null && severity.compareTo(from) >= 0) {
                level = i + 1;
            }
        }
        return level;
    }

    private static Rung add(Map<String, List<Rung>> ladders, Row row, PostLibrary posts) {
        List<Rung> own = ladders.computeIfAbsent(row.required("ladder"), name -> new ArrayList<>());
        if (row.as("level", Integer::valueOf) != own.size() + 1) {
            throw new CatalogueException(
                    List.of(row.fault("level", "expected " + (own.size() + 1))));
        }
        Rung rung =
                new Rung(
                        row.as("post", posts::parse),
                        row.text("at_once_for").isEmpty()
                                ? null
                                : row.as("at_once_for", Severity::valueOf),
                        row.required("source"));
        own.add(rung);
        return rung;
    }
}

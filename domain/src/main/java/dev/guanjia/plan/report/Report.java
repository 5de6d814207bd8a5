package dev.guanjia.plan.report;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.plan.Staffing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The life of one report: {@code DUE -HAND_IN-> HANDED_IN -READ-> READ}. What goes outside the
 * company ends when it is handed in.
 *
 * @param expected what is owed, by whom, to whom, until when
 * @param steps what happened, in order of time
 */
public record Report(ExpectedReport expected, List<ReportStep> steps) {

    /** Every allowed move; anything else is refused with {@code report-wrong-state}. */
    public static final TransitionTable<ReportState, ReportAction> TABLE =
            TransitionTable.starting(ReportState.class, ReportAction.class, ReportState.DUE)
                    .move(ReportState.DUE, ReportAction.HAND_IN, ReportState.HANDED_IN)
                    .move(ReportState.HANDED_IN, ReportAction.READ, ReportState.READ)
                    .build();

    /** A history that could not have happened cannot exist. */
    public Report {
        steps = List.copyOf(steps);
        state(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).at().isBefore(steps.get(i - 1).at())) {
                throw new IllegalArgumentException("steps run backwards: " + steps.get(i));
            }
        }
    }

    /**
     * A report to which nothing has happened yet.
     *
     * @param expected the report that is owed
     * @return it
     */
    public static Report due(ExpectedReport expected) {
        return new Report(expected, List.of());
    }

    /**
     * Hands the report in.
     *
     * @param actor who answers for the post that owes it
     * @param at when, in its period or later; what is handed in late is taken, and stays late
     * @param reference where the report is
     * @param staffing who acts for which post
     * @return the report afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code PERIOD_NOT_BEGUN}, {@code post-not-held}, {@code NOT_ENTITLED},
     *     {@code REFERENCE_MISSING}
     */
    public Decision<Report> handIn(Actor actor, Instant at, String reference, Staffing staffing) {
        List<Refusal> reasons = new ArrayList<>(wrongState(ReportAction.HAND_IN));
        LocalDate start = expected.period().start();
        if (staffing.day(at).isBefore(start)) {
            reasons.add(
                    ReportRefusal.PERIOD_NOT_BEGUN.because(
                            "report", expected.key().toString(),
                            "start", start.toString(),
                            "day", staffing.day(at).toString()));
        }
        reasons.addAll(staffing.notHeld(actor, at));
        PostKey acting = staffing.actingFor(expected.key().by(), at);
        notEntitled(ReportAction.HAND_IN, actor, Optional.of(acting)).ifPresent(reasons::add);
        if (reference.isBlank()) {
            reasons.add(
                    ReportRefusal.REFERENCE_MISSING.because("report", expected.key().toString()));
        }
        return reasons.isEmpty()
                ? Decision.accept(and(new ReportStep(ReportAction.HAND_IN, actor, at, reference)))
                : Decision.refuse(reasons);
    }

    /**
     * Says that the report was read.
     *
     * @param step a step {@link ReportAction#READ}, by whoever acts for the superior; another
     *     person than wrote it
     * @param staffing who acts for which post
     * @return the report afterwards, or refused with every reason that applies of {@code
     *     WRONG_STATE}, {@code GOES_OUTSIDE}, {@code TIME_RUNS_BACKWARDS}, {@code post-not-held},
     *     {@code NOT_ENTITLED}, {@code SELF_READ}
     */
    public Decision<Report> read(ReportStep step, Staffing staffing) {
        List<Refusal> reasons = new ArrayList<>(wrongState(step.action()));
        handedIn().ifPresent(before -> reasons.addAll(againstReading(step, before, staffing)));
        return reasons.isEmpty() ? Decision.accept(and(step)) : Decision.refuse(reasons);
    }

    /**
     * Where the report stands.
     *
     * @return the state
     */
    public ReportState state() {
        return state(steps);
    }

    /**
     * The step by which it was handed in.
     *
     * @return the step, or empty while it is due
     */
    public Optional<ReportStep> handedIn() {
        return steps.stream().findFirst();
    }

    /**
     * Whether the report is late: handed in after the due day, or not handed in and the due day
     * over.
     *
     * @param asOf the instant of judgement
     * @param zone where the due day ends
     * @return true if so; what was handed in late stays late
     */
    public boolean isLate(Instant asOf, ZoneId zone) {
        Instant end = expected.dueDay().plusDays(1).atStartOfDay(zone).toInstant();
        Instant judged =
                handedIn().map(ReportStep::at).filter(at -> !at.isAfter(asOf)).orElse(asOf);
        return !judged.isBefore(end);
    }

    private List<Refusal> againstReading(ReportStep step, ReportStep before, Staffing staffing) {
        String report = expected.key().toString();
        if (!staffing.knows(expected.to(), staffing.day(step.at()))) {
            return List.of(
                    ReportRefusal.GOES_OUTSIDE.because(
                            "report", report, "to", expected.to().value()));
        }
        List<Refusal> reasons = new ArrayList<>();
        if (step.at().isBefore(before.at())) {
            reasons.add(
                    ReportRefusal.TIME_RUNS_BACKWARDS.because(
                            "report", report,
                            "at", step.at().toString(),
                            "last", before.at().toString()));
        }
        StaffId writer = before.actor().staff();
        reasons.addAll(staffing.notHeld(step.actor(), step.at()));
        notEntitled(
                        step.action(),
                        step.actor(),
                        staffing.actingFor(expected.to(), writer, step.at()))
                .ifPresent(reasons::add);
        if (writer.equals(step.actor().staff())) {
            reasons.add(ReportRefusal.SELF_READ.because("report", report, "staff", writer.value()));
        }
        return reasons;
    }

    private List<Refusal> wrongState(ReportAction action) {
        return TABLE.next(state(), action).isPresent()
                ? List.of()
                : List.of(
                        ReportRefusal.WRONG_STATE.because(
                                "report", expected.key().toString(),
                                "state", state().name(),
                                "action", action.name()));
    }

    private Optional<Refusal> notEntitled(
            ReportAction action, Actor actor, Optional<PostKey> acting) {
        return acting.equals(Optional.of(actor.post()))
                ? Optional.empty()
                : Optional.of(
                        ReportRefusal.NOT_ENTITLED.because(
                                "report", expected.key().toString(),
                                "action", action.name(),
                                "post", actor.post().value(),
                                "expected", acting.map(PostKey::value).orElse("-")));
    }

    private Report and(ReportStep step) {
        List<ReportStep> all = new ArrayList<>(steps);
        all.add(step);
        return new Report(expected, all);
    }

    private static ReportState state(List<ReportStep> steps) {
        ReportState state = ReportState.DUE;
        for (ReportStep step : steps) {
            ReportState before = state;
            state =
                    TABLE.next(before, step.action())
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    step.action()
                                                            + " is not allowed in "
                                                            + before));
        }
        return state;
    }
}

package dev.guanjia.security.incident;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.security.incident.Incident.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is refused of the next step of an incident. */
record IncidentConditions(Incident incident) {

    /** What people write down when they come to it; only not before it was confirmed. */
    private static final Set<Action> AFTERWARDS =
            EnumSet.of(Action.TICK, Action.TELL_MANAGER, Action.ACKNOWLEDGE);

    /** What the history alone refuses. */
    List<Refusal> faults(IncidentEvent event) {
        List<Refusal> faults =
                new ArrayList<>(
                        Lives.faults(Incident.TABLE, id(), incident.state(), event.action()));
        faults.addAll(Lives.backwards(id(), event.at(), last(event.action())));
        return faults.isEmpty() ? conditions(event) : faults;
    }

    /** What the company on that day refuses. */
    List<Refusal> lacks(IncidentEvent event, Responders company) {
        return switch (event.action()) {
            case TICK -> tick(event, company);
            case TAKE_COMMAND -> command(event.by().post(), company);
            case CLEAR_UP -> authority(event.by().post(), company);
            case ACKNOWLEDGE -> acknowledge(event.by().post(), company);
            default -> List.of();
        };
    }

    private String id() {
        return incident.id().value();
    }

    private Instant last(Action action) {
        if (AFTERWARDS.contains(action)) {
            return incident.confirmedAt().orElse(incident.alarm().at());
        }
        return incident.events().stream()
                .filter(event -> action == Action.CLOSE || !AFTERWARDS.contains(event.action()))
                .map(IncidentEvent::at)
                .max(Comparator.naturalOrder())
                .orElse(incident.alarm().at());
    }

    private List<Refusal> conditions(IncidentEvent event) {
        return switch (event.action()) {
            case TICK -> step(event.step().orElseThrow());
            case CONTAIN -> both(commands(event), scene(event.at()));
            case HAND_OVER, CLEAR_UP -> commands(event);
            case TELL_MANAGER ->
                    notice(incident.notice().filter(notice -> notice.doneAt().isEmpty()));
            case ACKNOWLEDGE ->
                    notice(incident.notice().filter(notice -> incident.acknowledgedAt().isEmpty()));
            case FILE_REPORT -> report(event.report().orElseThrow());
            case CLOSE -> open();
            case VERIFY, REFUTE, RESPOND, TAKE_COMMAND, REPORT_UP -> List.of();
        };
    }

    private static List<Refusal> both(List<Refusal> some, List<Refusal> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private List<Refusal> step(String key) {
        List<Refusal> faults = new ArrayList<>();
        if (incident.plan().step(key).isEmpty()) {
            faults.add(IncidentRefusal.STEP_UNKNOWN.because("incident", id(), "step", key));
        }
        if (incident.ticked(key).isPresent()) {
            faults.add(IncidentRefusal.STEP_TWICE.because("incident", id(), "step", key));
        }
        return faults;
    }

    private List<Refusal> commands(IncidentEvent event) {
        Commander commander = incident.commander().orElseThrow();
        return commander.staff().equals(event.by().staff())
                ? List.of()
                : List.of(
                        IncidentRefusal.NOT_IN_COMMAND.because(
                                "incident", id(),
                                "action", event.action().name(),
                                "commander", commander.post().value()));
    }

    private List<Refusal> scene(Instant contained) {
        return incident.plan().steps().stream()
                .filter(PlanStep::protectsScene)
                .filter(
                        step ->
                                incident.ticked(step.id())
                                        .filter(at -> !at.isAfter(contained))
                                        .isEmpty())
                .map(
                        step ->
                                IncidentRefusal.SCENE_UNPROTECTED.because(
                                        "incident", id(), "step", step.id()))
                .toList();
    }

    private List<Refusal> notice(Optional<ToDo> open) {
        return open.isPresent()
                ? List.of()
                : List.of(IncidentRefusal.NOTICE_NOT_OPEN.because("incident", id()));
    }

    private List<Refusal> report(IncidentReport report) {
        List<Refusal> faults = new ArrayList<>();
        incident.confirmedAt()
                .filter(report.at()::isAfter)
                .map(
                        at ->
                                IncidentRefusal.HAPPENED_LATER.because(
                                        "incident", id(),
                                        "at", report.at().toString(),
                                        "confirmed", at.toString()))
                .ifPresent(faults::add);
        if (report.liability().namesNobody()) {
            String cause = report.liability().cause().name();
            faults.add(
                    IncidentRefusal.RESPONSIBLE_MISSING.because("incident", id(), "cause", cause));
        }
        return faults;
    }

    private List<Refusal> open() {
        List<Refusal> faults = new ArrayList<>();
        incident.steps().stream()
                .filter(step -> step.doneAt().isEmpty())
                .map(
                        step ->
                                IncidentRefusal.STEP_OPEN.because(
                                        "incident", id(), "step", step.key()))
                .forEach(faults::add);
        incident.notice()
                .filter(notice -> notice.doneAt().isEmpty())
                .map(
                        notice ->
                                IncidentRefusal.MANAGER_NOT_TOLD.because(
                                        "incident", id(), "post", notice.post().value()))
                .ifPresent(faults::add);
        if (incident.filed().isEmpty()) {
            faults.add(IncidentRefusal.REPORT_MISSING.because("incident", id()));
        }
        return faults;
    }

    private List<Refusal> tick(IncidentEvent event, Responders company) {
        String key = event.step().orElseThrow();
        PostKey named = incident.plan().step(key).orElseThrow().limit().post();
        List<PostKey> posts = company.posts(named);
        if (posts.contains(event.by().post()) || (isCommander(event.by()) && isExplained(event))) {
            return List.of();
        }
        return List.of(
                isCommander(event.by())
                        ? IncidentRefusal.STEP_REASON_MISSING.because("incident", id(), "step", key)
                        : IncidentRefusal.STEP_NOT_YOURS.because(
                                "incident", id(),
                                "step", key,
                                "post", event.by().post().value(),
                                "expected", words(posts.isEmpty() ? List.of(named) : posts)));
    }

    private boolean isCommander(Actor actor) {
        return incident.commander().filter(one -> one.staff().equals(actor.staff())).isPresent();
    }

    private static boolean isExplained(IncidentEvent event) {
        return event.reason().isPresent();
    }

    private List<Refusal> command(PostKey post, Responders company) {
        PostKey held = incident.commander().orElseThrow().post();
        return company.rank(post) < company.rank(held)
                ? List.of()
                : List.of(
                        IncidentRefusal.COMMAND_HELD.because(
                                "incident", id(), "post", post.value(), "held", held.value()));
    }

    private List<Refusal> authority(PostKey post, Responders company) {
        int lowest = incident.plan().kind().demands().authority();
        return company.rank(post) <= lowest
                ? List.of()
                : List.of(
                        IncidentRefusal.BEYOND_AUTHORITY.because(
                                "incident", id(),
                                "post", post.value(),
                                "expected", words(company.upTo(lowest))));
    }

    private List<Refusal> acknowledge(PostKey post, Responders company) {
        List<PostKey> told = company.posts(incident.plan().tell().orElseThrow().post());
        int lowest = told.stream().mapToInt(company::rank).min().orElse(1);
        return told.contains(post) || company.rank(post) < lowest
                ? List.of()
                : List.of(
                        IncidentRefusal.NOTICE_NOT_YOURS.because(
                                "incident", id(), "post", post.value(), "expected", words(told)));
    }

    private static String words(List<PostKey> posts) {
        return posts.stream().map(PostKey::value).collect(Collectors.joining(", "));
    }
}

package dev.guanjia.server.application;

import dev.guanjia.organisation.authority.ApprovalCase;
import dev.guanjia.organisation.authority.ApprovalChains;
import dev.guanjia.organisation.authority.ApprovalRequest;
import dev.guanjia.organisation.authority.ApprovalStep;
import dev.guanjia.organisation.authority.Delegation;
import dev.guanjia.organisation.authority.Grounds;
import dev.guanjia.organisation.authority.StepDecision;
import dev.guanjia.server.store.ApprovalEventStore;
import dev.guanjia.server.store.ApprovalEventStore.EventRow;
import dev.guanjia.server.store.ApprovalEventStore.Taken;
import dev.guanjia.server.store.ApprovalStore.ApprovalRow;
import dev.guanjia.server.store.DelegationStore;
import dev.guanjia.server.store.DelegationStore.DelegationRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Approvals as they are kept, with everything that was decided. */
@Component
class ApprovalBook {

    private final ApprovalEventStore events;
    private final DelegationStore delegations;
    private final ApprovalChains chains;

    ApprovalBook(ApprovalEventStore events, DelegationStore delegations, ApprovalChains chains) {
        this.events = events;
        this.delegations = delegations;
        this.chains = chains;
    }

    /**
     * An approval on file.
     *
     * @param row what was asked for, and where it stands
     * @param standing the same for the domain, with the decisions
     * @param events what happened, oldest first
     */
    record Filed(ApprovalRow row, ApprovalCase standing, List<EventRow> events) {}

    /** Reads what was decided in one approval. */
    Filed file(String tenant, ApprovalRow row) {
        return file(tenant, List.of(row)).get(0);
    }

    /** Reads what was decided in several approvals. */
    List<Filed> file(String tenant, List<ApprovalRow> rows) {
        Map<String, List<EventRow>> all =
                events.of(tenant, rows.stream().map(ApprovalRow::id).toList());
        Map<String, Delegation> granted =
                delegations.all(tenant).stream()
                        .map(DelegationRow::granted)
                        .collect(Collectors.toMap(Delegation::id, Function.identity()));
        return rows.stream()
                .map(row -> filed(row, all.getOrDefault(row.id(), List.of()), granted))
                .toList();
    }

    private Filed filed(ApprovalRow row, List<EventRow> happened, Map<String, Delegation> granted) {
        Map<String, ApprovalStep> steps = steps(row.request());
        List<StepDecision> decisions =
                happened.stream()
                        .flatMap(event -> decision(event, steps, granted).stream())
                        .toList();
        return new Filed(row, new ApprovalCase(row.request(), decisions, row.state()), happened);
    }

    private Map<String, ApprovalStep> steps(ApprovalRequest request) {
        return chains.steps(request.kind(), request.requestedOn()).stream()
                .collect(Collectors.toMap(ApprovalStep::id, Function.identity()));
    }

    private static Optional<StepDecision> decision(
            EventRow event, Map<String, ApprovalStep> steps, Map<String, Delegation> granted) {
        return event.taken().map(taken -> decision(event, taken, step(steps, taken), granted));
    }

    private static StepDecision decision(
            EventRow event, Taken taken, ApprovalStep step, Map<String, Delegation> granted) {
        Grounds grounds =
                new Grounds(
                        step,
                        event.by(),
                        event.when().day(),
                        taken.limit(),
                        Optional.ofNullable(taken.delegationId()).map(granted::get),
                        List.of());
        return new StepDecision(grounds, taken.verdict(), event.reason(), event.when().at());
    }

    private static ApprovalStep step(Map<String, ApprovalStep> steps, Taken taken) {
        ApprovalStep step = steps.get(taken.stepId());
        if (step == null) {
            throw new IllegalStateException("the chain has lost its step " + taken.stepId());
        }
        return step;
    }
}

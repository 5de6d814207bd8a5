package dev.guanjia.workorder.request;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request and what came of it: an answer at once, or work orders. Source: 03 P-INTAKE R1 to R5.
 *
 * @param request what was said
 * @param answer who answered it at once, when, and what; null when nobody did
 * @param orders the work orders that it became, oldest first; also after an answer that did not
 *     help
 */
public record RequestLife(ServiceRequest request, @Nullable Act answer, List<RequestOrder> orders) {

    /** Copies; an answer says something. */
    public RequestLife {
        orders = List.copyOf(orders);
        if (answer != null && answer.note() == null) {
            throw new IllegalArgumentException("answer of " + request.id() + " says nothing");
        }
    }

    /**
     * Where the request stands. An order whose customer was not satisfied is open again, and with
     * it the request.
     *
     * @return the state
     */
    public RequestState state() {
        if (orders.isEmpty()) {
            return answer == null ? RequestState.RECORDED : RequestState.ANSWERED;
        }
        if (orders.stream().anyMatch(order -> order.outcome() == WorkOrderOutcome.OPEN)) {
            return RequestState.IN_HAND;
        }
        return orders.stream().allMatch(order -> order.state().isEnd())
                ? RequestState.CLOSED
                : RequestState.ANSWERED;
    }

    /**
     * Answers the request at once, without any work order.
     *
     * @param act who answers, when, and what
     * @return the request with its answer; or refused with every reason of {@code
     *     REQUEST_ANSWERED}, {@code REQUEST_HAS_ORDERS}, {@code ANSWER_MISSING} and {@code
     *     BEFORE_RECEPTION}
     */
    public Decision<RequestLife> answer(Act act) {
        List<Refusal> reasons = new ArrayList<>();
        if (answer != null) {
            reasons.add(
                    RequestRefusal.REQUEST_ANSWERED.because(
                            "request", request.id().value(),
                            "answered", answer.occurredAt().toString()));
        }
        if (!orders.isEmpty()) {
            String ids =
                    orders.stream()
                            .map(RequestOrder::id)
                            .map(WorkOrderId::value)
                            .collect(Collectors.joining(", "));
            reasons.add(
                    RequestRefusal.REQUEST_HAS_ORDERS.because(
                            "request", request.id().value(), "orders", ids));
        }
        if (act.note() == null) {
            reasons.add(RequestRefusal.ANSWER_MISSING.because("request", request.id().value()));
        }
        tooEarly(act.occurredAt()).ifPresent(reasons::add);
        return reasons.isEmpty()
                ? Decision.accept(new RequestLife(request, act, orders))
                : Decision.refuse(reasons);
    }

    /**
     * Keeps what the requester was told.
     *
     * @param progress what, by whom, when and by which way
     * @return the same; or refused with {@code BEFORE_RECEPTION}
     */
    public Decision<Progress> tell(Progress progress) {
        return tooEarly(progress.act().occurredAt())
                .map(reason -> Decision.<Progress>refuse(List.of(reason)))
                .orElseGet(() -> Decision.accept(progress));
    }

    private Optional<Refusal> tooEarly(Instant at) {
        Instant receivedAt = request.reception().receivedAt();
        return at.isBefore(receivedAt)
                ? Optional.of(
                        RequestRefusal.BEFORE_RECEPTION.because(
                                "at", at.toString(), "received", receivedAt.toString()))
                : Optional.empty();
    }
}

package dev.guanjia.workorder.callback;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.callback.CallBack.Result;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls about one order, repeated until the customer is satisfied, and how the customer rated
 * the work unasked. Source: 03 P-COMPLAINT rule 4, P-SPECIAL-SERVICE; D-000-CSA-07.
 *
 * @param order which order
 * @param required whether the policy asks for a call
 * @param calls in the order they were made; at most one satisfied, the last
 * @param ratings in the order they were given
 */
public record CallBackFile(
        WorkOrderId order, boolean required, List<CallBack> calls, List<Rating> ratings) {

    private static final List<CallBackReason> REASONS = CallBackReason.load();

    /** Copies; nobody is asked again who is satisfied, and time runs forwards. */
    public CallBackFile {
        calls = List.copyOf(calls);
        ratings = List.copyOf(ratings);
        for (int i = 1; i < calls.size(); i++) {
            CallBack before = calls.get(i - 1);
            if (before.result() == Result.SATISFIED || calls.get(i).at().isBefore(before.at())) {
                throw new IllegalArgumentException("calls about " + order + ": " + calls);
            }
        }
    }

    /**
     * Of an order that nobody has rated.
     *
     * @param order which order
     * @param required whether the policy asks for a call
     * @param calls in the order they were made
     */
    public CallBackFile(WorkOrderId order, boolean required, List<CallBack> calls) {
        this(order, required, calls, List.of());
    }

    /**
     * Enters a call. Whether the caller may call is for {@link Callers#check}.
     *
     * @param call the call
     * @param doneAt when the work was last said to be done
     * @return the file afterwards, or refused with {@code ALREADY_SATISFIED}, {@code
     *     TIME_RUNS_BACKWARDS}, {@code REASON_MISSING}, {@code REASON_UNKNOWN} or {@code
     *     REASON_UNEXPECTED}
     */
    public Decision<CallBackFile> enter(CallBack call, Instant doneAt) {
        List<Refusal> reasons = new ArrayList<>();
        if (isSatisfied()) {
            reasons.add(CallBackRefusal.ALREADY_SATISFIED.because("order", order.value()));
        }
        Instant last = calls.isEmpty() ? doneAt : calls.get(calls.size() - 1).at();
        Instant earliest = last.isAfter(doneAt) ? last : doneAt;
        if (call.at().isBefore(earliest)) {
            reasons.add(
                    CallBackRefusal.TIME_RUNS_BACKWARDS.because(
                            "order", order.value(),
                            "at", call.at().toString(),
                            "last", earliest.toString()));
        }
        reasons.addAll(faulty(call.reasons(), call.result()));
        return reasons.isEmpty()
                ? Decision.accept(
                        new CallBackFile(
                                order,
                                required,
                                Stream.concat(calls.stream(), Stream.of(call)).toList(),
                                ratings))
                : Decision.refuse(reasons);
    }

    /**
     * Enters how the customer rated the work.
     *
     * @param rating what was said
     * @param kind what the order is about
     * @param doneAt when the work was last said to be done; null while it is not
     * @param workers who had a hand in the work
     * @return the file afterwards, or refused with every one of {@code NOT_DONE} or {@code
     *     TIME_RUNS_BACKWARDS}, {@code RATED_BY_WORKER}, {@code REASON_MISSING}, {@code
     *     REASON_UNKNOWN}, {@code REASON_UNEXPECTED} and {@code NOT_RATED}
     */
    public Decision<CallBackFile> rate(
            Rating rating,
            WorkOrderKind kind,
            @Nullable Instant doneAt,
            Collection<StaffId> workers) {
        List<Refusal> reasons = new ArrayList<>();
        if (doneAt == null) {
            reasons.add(CallBackRefusal.NOT_DONE.because("order", order.value()));
        } else if (rating.at().isBefore(doneAt)) {
            reasons.add(
                    CallBackRefusal.TIME_RUNS_BACKWARDS.because(
                            "order", order.value(),
                            "at", rating.at().toString(),
                            "last", doneAt.toString()));
        }
        StaffId by = rating.by().staff();
        if (workers.contains(by)) {
            reasons.add(CallBackRefusal.RATED_BY_WORKER.because("staff", by.value()));
        }
        reasons.addAll(faulty(rating.reasons(), rating.result()));
        if (!Lifecycle.of(kind).callsBack()) {
            reasons.add(
                    CallBackRefusal.NOT_RATED.because("order", order.value(), "kind", kind.name()));
        }
        return reasons.isEmpty()
                ? Decision.accept(
                        new CallBackFile(
                                order,
                                required,
                                calls,
                                Stream.concat(ratings.stream(), Stream.of(rating)).toList()))
                : Decision.refuse(reasons);
    }

    /**
     * What the customer said last when called.
     *
     * @return satisfied or unsatisfied, or empty while nobody has answered
     */
    public Optional<Result> latest() {
        return answered().reduce((first, second) -> second);
    }

    /**
     * What the customer said first when called.
     *
     * @return satisfied or unsatisfied, or empty while nobody has answered
     */
    public Optional<Result> first() {
        return answered().findFirst();
    }

    /**
     * What the customer said, called or unasked, earliest first.
     *
     * @return satisfied or unsatisfied, each time
     */
    public List<Result> words() {
        return Stream.concat(
                        calls.stream().map(call -> Map.entry(call.at(), call.result())),
                        ratings.stream().map(one -> Map.entry(one.at(), one.result())))
                .filter(word -> word.getValue() != Result.UNANSWERED)
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    /**
     * Whether the customer has rated the work as it was done last.
     *
     * @param doneAt when it was last said to be done
     * @return false when only what was done before was rated
     */
    public boolean isRated(Instant doneAt) {
        return ratings.stream().anyMatch(rating -> !rating.at().isBefore(doneAt));
    }

    /**
     * Whether the order may be closed as far as calling back goes.
     *
     * @return true when the customer is satisfied, or no call is required and neither a call nor
     *     the last rating went badly
     */
    public boolean isSettled() {
        return latest().map(result -> result == Result.SATISFIED)
                .orElse(!required && !isRatedBadly());
    }

    /**
     * Whether the last rating was a bad one.
     *
     * @return false while there is none
     */
    public boolean isRatedBadly() {
        return !ratings.isEmpty() && ratings.get(ratings.size() - 1).result() == Result.UNSATISFIED;
    }

    private boolean isSatisfied() {
        return latest().equals(Optional.of(Result.SATISFIED));
    }

    private Stream<Result> answered() {
        return calls.stream().map(CallBack::result).filter(result -> result != Result.UNANSWERED);
    }

    private List<Refusal> faulty(List<String> keys, Result result) {
        return result == Result.UNSATISFIED && keys.isEmpty()
                ? List.of(CallBackRefusal.REASON_MISSING.because("order", order.value()))
                : keys.stream().flatMap(key -> faulty(key, result).stream()).toList();
    }

    private Optional<Refusal> faulty(String key, Result result) {
        Optional<CallBackReason> known =
                REASONS.stream().filter(row -> row.id().equals(key)).findFirst();
        if (known.isEmpty()) {
            return Optional.of(
                    CallBackRefusal.REASON_UNKNOWN.because("order", order.value(), "reason", key));
        }
        return known.filter(row -> row.result() != result)
                .map(
                        row ->
                                CallBackRefusal.REASON_UNEXPECTED.because(
                                        "order",
                                        order.value(),
                                        "reason",
                                        key,
                                        "result",
                                        result.name()));
    }
}

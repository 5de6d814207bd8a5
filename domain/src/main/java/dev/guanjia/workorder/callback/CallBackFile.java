package dev.guanjia.workorder.callback;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Identifier;
import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.callback.CallBack.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The calls about one order, repeated until the customer is satisfied. Source: 03 P-COMPLAINT rule
 * 4, P-SPECIAL-SERVICE; D-000-CSA-07.
 *
 * @param order the order's id
 * @param required whether the policy asks for a call
 * @param calls in the order they were made; at most one satisfied, the last
 */
public record CallBackFile(String order, boolean required, List<CallBack> calls) {

    private static final List<CallBackReason> REASONS = CallBackReason.load();

    /** Copies; nobody is asked again who is satisfied, and time runs forwards. */
    public CallBackFile {
        Identifier.require("order", order);
        calls = List.copyOf(calls);
        for (int i = 1; i < calls.size(); i++) {
            CallBack before = calls.get(i - 1);
            if (before.result() == Result.SATISFIED || calls.get(i).at().isBefore(before.at())) {
                throw new IllegalArgumentException("calls about " + order + ": " + calls);
            }
        }
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
            reasons.add(CallBackRefusal.ALREADY_SATISFIED.because("order", order));
        }
        Instant last = calls.isEmpty() ? doneAt : calls.get(calls.size() - 1).at();
        Instant earliest = last.isAfter(doneAt) ? last : doneAt;
        if (call.at().isBefore(earliest)) {
            reasons.add(
                    CallBackRefusal.TIME_RUNS_BACKWARDS.because(
                            "order", order,
                            "at", call.at().toString(),
                            "last", earliest.toString()));
        }
        if (call.result() == Result.UNSATISFIED && call.reasons().isEmpty()) {
            reasons.add(CallBackRefusal.REASON_MISSING.because("order", order));
        }
        call.reasons().forEach(key -> faulty(key, call.result()).ifPresent(reasons::add));
        return reasons.isEmpty()
                ? Decision.accept(
                        new CallBackFile(
                                order,
                                required,
                                Stream.concat(calls.stream(), Stream.of(call)).toList()))
                : Decision.refuse(reasons);
    }

    /**
     * What the customer said last.
     *
     * @return satisfied or unsatisfied, or empty while nobody has answered
     */
    public Optional<Result> latest() {
        return answered().reduce((first, second) -> second);
    }

    /**
     * What the customer said first.
     *
     * @return satisfied or unsatisfied, or empty while nobody has answered
     */
    public Optional<Result> first() {
        return answered().findFirst();
    }

    /**
     * Whether the order may be closed as far as calling back goes.
     *
     * @return true when the customer is satisfied, or no call is required and none went badly
     */
    public boolean isSettled() {
        return latest().map(result -> result == Result.SATISFIED).orElse(!required);
    }

    private boolean isSatisfied() {
        return latest().equals(Optional.of(Result.SATISFIED));
    }

    private Stream<Result> answered() {
        return calls.stream().map(CallBack::result).filter(result -> result != Result.UNANSWERED);
    }

    private Optional<Refusal> faulty(String key, Result result) {
        Optional<CallBackReason> known =
                REASONS.stream().filter(row -> row.id().equals(key)).findFirst();
        if (known.isEmpty()) {
            return Optional.of(
                    CallBackRefusal.REASON_UNKNOWN.because("order", order, "reason", key));
        }
        return known.filter(row -> row.result() != result)
                .map(
                        row ->
                                CallBackRefusal.REASON_UNEXPECTED.because(
                                        "order", order, "reason", key, "result", result.name()));
    }
}

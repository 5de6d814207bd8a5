package dev.guanjia.workorder.callback;

import dev.guanjia.decision.RefusalCode;

/** Why a request about call-backs is refused, most important first. Days and instants are ISO. */
public enum CallBackRefusal implements RefusalCode {
    /** The customer is satisfied already. Facts: {@code order}. */
    ALREADY_SATISFIED("callback-already-satisfied"),
    /** Something later has already happened. Facts: {@code order, at, last}. */
    TIME_RUNS_BACKWARDS("callback-time-runs-backwards"),
    /** Whoever calls did the work (SOD-17). Facts: {@code staff}. */
    CALLER_DID_IT("callback-caller-did-it"),
    /** The post does not call back. Facts: {@code post, expected}. */
    CALLER_NOT_ENTITLED("callback-caller-not-entitled"),
    /** It is not known in which department somebody works. Facts: {@code staff}. */
    DEPARTMENT_UNKNOWN("callback-department-unknown"),
    /** Whoever calls is of the department that did the work. Facts: {@code staff, department}. */
    CALLER_OF_DEPARTMENT("callback-caller-of-department"),
    /** Unsatisfied, and it is not said why. Facts: {@code order}. */
    REASON_MISSING("callback-reason-missing"),
    /** There is no such reason. Facts: {@code order, reason}. */
    REASON_UNKNOWN("callback-reason-unknown"),
    /** The reason does not go with the result. Facts: {@code order, reason, result}. */
    REASON_UNEXPECTED("callback-reason-unexpected"),
    /** The work is not said to be done. Facts: {@code order}. */
    NOT_DONE("callback-not-done"),
    /** Whoever did the work enters how it was rated. Facts: {@code staff}. */
    RATED_BY_WORKER("callback-rated-by-worker"),
    /**
     * Orders of that kind are not called back, so nobody rates them. Facts: {@code order, kind}.
     */
    NOT_RATED("callback-not-rated"),
    /** Orders of that kind cannot be called back. Facts: {@code kind, mode}. */
    POLICY_WITHOUT_CALL("callback-policy-without-call"),
    /** Of that kind every order is called back (SOD-17, S10). Facts: {@code kind, mode}. */
    POLICY_TOO_WEAK("callback-policy-too-weak"),
    /** The company already has a policy from that day. Facts: {@code kind, customer, from}. */
    POLICY_EXISTS("callback-policy-exists");

    private final String key;

    CallBackRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}

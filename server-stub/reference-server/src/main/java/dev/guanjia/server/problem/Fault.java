package dev.guanjia.server.problem;

import java.util.List;
import java.util.Map;

/** A request that cannot be served, through a fault of the caller or of ours. */
public final class Fault extends RuntimeException {

    private final ProblemCode code;
    private final Map<String, String> facts;
    private final List<FieldFault> fields;

    /**
     * Names the kind of fault.
     *
     * @param code the kind
     */
    public Fault(ProblemCode code) {
        this(code, Map.of(), List.of());
    }

    /**
     * Names the kind and what the detail needs.
     *
     * @param code the kind
     * @param facts the values that the detail names; none means no detail
     */
    public Fault(ProblemCode code, Map<String, String> facts) {
        this(code, facts, List.of());
    }

    private Fault(ProblemCode code, Map<String, String> facts, List<FieldFault> fields) {
        // thrown for everyday mistakes of callers: the stack trace would be paid for and thrown
        // away
        super(code.key(), null, false, false);
        this.code = code;
        this.facts = Map.copyOf(facts);
        this.fields = List.copyOf(fields);
    }

    /**
     * Fields that are wrong, all of them.
     *
     * @param fields at least one
     * @return the fault, 400
     */
    public static Fault invalid(List<FieldFault> fields) {
        return new Fault(ProblemCode.INVALID_REQUEST, Map.of(), fields);
    }

    /**
     * One field that is wrong.
     *
     * @param pointer the place, such as {@code /from}
     * @param code what is wrong
     * @param facts the values that the message of the code names
     * @return the fault, 400
     */
    public static Fault invalid(String pointer, FieldCode code, Map<String, String> facts) {
        return invalid(List.of(new FieldFault(pointer, code, facts)));
    }

    /**
     * Something that does not exist, or belongs to another company, which is the same to a caller.
     *
     * @param id what was asked for
     * @return the fault, 404
     */
    public static Fault notFound(String id) {
        return new Fault(ProblemCode.NOT_FOUND, Map.of("id", id));
    }

    /**
     * Somebody was faster.
     *
     * @return the fault, 412
     */
    public static Fault stale() {
        return new Fault(ProblemCode.PRECONDITION_FAILED);
    }

    /**
     * The kind.
     *
     * @return the code
     */
    public ProblemCode code() {
        return code;
    }

    Map<String, String> facts() {
        return facts;
    }

    List<FieldFault> fields() {
        return fields;
    }
}

package dev.guanjia.server.problem;

import dev.guanjia.decision.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects all that is wrong with a request, so that its sender hears of it at once. */
public final class Faults {

    private final List<FieldFault> found = new ArrayList<>();

    /**
     * Takes note of a place.
     *
     * @param pointer the place, such as {@code /units/3/number}
     * @param code a {@link FieldCode}, or the rule that refuses
     * @param facts the values that the message of the code names
     */
    public void add(String pointer, RefusalCode code, Map<String, String> facts) {
        found.add(new FieldFault(pointer, code, facts));
    }

    /**
     * What was noted so far.
     *
     * @return in the order in which it was noted
     */
    public List<FieldFault> found() {
        return List.copyOf(found);
    }

    /**
     * Goes on if nothing was wrong.
     *
     * @throws Fault 400 if a field does not fit the document; rules that refuse are named, too
     * @throws Refused 409 if only rules refuse
     */
    public void end() {
        if (found.stream().anyMatch(fault -> fault.code() instanceof FieldCode)) {
            throw Fault.invalid(found);
        }
        if (!found.isEmpty()) {
            throw Refused.at(found);
        }
    }
}

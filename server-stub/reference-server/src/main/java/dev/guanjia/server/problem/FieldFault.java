package dev.guanjia.server.problem;

import dev.guanjia.decision.RefusalCode;
import java.util.Map;

/**
 * One field or parameter that is wrong.
 *
 * @param pointer a JSON Pointer into the body, such as {@code /units/3/area}, or a parameter's name
 * @param code what is wrong with it: a {@link FieldCode}, or the rule that refuses this place
 * @param facts the values that the message of the code names
 */
public record FieldFault(String pointer, RefusalCode code, Map<String, String> facts) {

    /**
     * A fault that needs no facts.
     *
     * @param pointer the place
     * @param code what is wrong
     * @return the fault
     */
    public static FieldFault of(String pointer, FieldCode code) {
        return new FieldFault(pointer, code, Map.of());
    }
}

package dev.guanjia.server.problem;

import dev.guanjia.decision.RefusalCode;
import java.util.Locale;

/** What can be wrong with one field or parameter. */
public enum FieldCode implements RefusalCode {
    /** Required, but absent. */
    MISSING,
    /** Null where a value belongs. */
    NULL_NOT_ALLOWED,
    /** A name the document does not know. */
    UNKNOWN_FIELD,
    /** The same name twice in one object. */
    DUPLICATE_FIELD,
    /** A number where text belongs, and the like. */
    WRONG_TYPE,
    /** Text that does not follow its pattern. */
    WRONG_FORMAT,
    /** Text or list too short or too long. */
    WRONG_LENGTH,
    /** A number or day outside what is allowed. */
    OUT_OF_RANGE,
    /** A value that is not among those known. */
    UNKNOWN_VALUE,
    /** A character that cannot be stored. */
    UNUSABLE_CHARACTER;

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

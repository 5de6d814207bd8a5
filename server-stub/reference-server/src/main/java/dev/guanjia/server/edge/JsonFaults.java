package dev.guanjia.server.edge;

import dev.guanjia.server.problem.Beginning;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.FieldFault;
import dev.guanjia.server.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a body that could not be read. */
final class JsonFaults {

    private static final String DUPLICATE = "Duplicate";
    private static final String TRAILING = "Trailing token";
    private static final int SHOWN = 100;

    private JsonFaults() {}

    static Fault of(@Nullable Throwable cause) {
        if (cause instanceof InputCoercionException number) {
            return tooLarge(number);
        }
        if (cause instanceof StreamReadException broken) {
            return starts(broken, DUPLICATE) ? duplicate(broken) : malformed(broken);
        }
        if (cause instanceof StreamConstraintsException endless) {
            return malformed(endless);
        }
        if (cause instanceof MismatchedInputException more && starts(more, TRAILING)) {
            return malformed(more);
        }
        if (cause instanceof DatabindException mismatch) {
            return Fault.invalid(List.of(field(mismatch)));
        }
        return Fault.invalid(List.of(FieldFault.of("", FieldCode.MISSING)));
    }

    private static boolean starts(JacksonException failure, String words) {
        return String.valueOf(failure.getOriginalMessage()).startsWith(words);
    }

    private static Fault duplicate(StreamReadException broken) {
        return Fault.invalid(place(broken), FieldCode.DUPLICATE_FIELD, Map.of());
    }

    private static Fault tooLarge(InputCoercionException number) {
        boolean whole = number.getTargetType() == int.class;
        String expected =
                whole
                        ? Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
                        : Long.MIN_VALUE + " to " + Long.MAX_VALUE;
        return Fault.invalid(place(number), FieldCode.OUT_OF_RANGE, Map.of("expected", expected));
    }

    private static String place(StreamReadException broken) {
        JsonParser parser = broken.processor();
        return parser == null ? "" : parser.streamReadContext().pathAsPointer().toString();
    }

    private static Fault malformed(JacksonException broken) {
        TokenStreamLocation place = broken.getLocation();
        return new Fault(
                ProblemCode.MALFORMED_JSON,
                Map.of(
                        "line", String.valueOf(place == null ? 1 : place.getLineNr()),
                        "column", String.valueOf(place == null ? 1 : place.getColumnNr())));
    }

    private static FieldFault field(DatabindException mismatch) {
        String pointer = Pointers.of(mismatch.getPath());
        if (mismatch instanceof UnrecognizedPropertyException) {
            return FieldFault.of(pointer, FieldCode.UNKNOWN_FIELD);
        }
        if (mismatch instanceof InvalidNullException) {
            return FieldFault.of(pointer, FieldCode.NULL_NOT_ALLOWED);
        }
        if (mismatch instanceof InvalidFormatException format) {
            return badText(pointer, format);
        }
        if (mismatch instanceof ValueInstantiationException unknown) {
            return new FieldFault(
                    pointer, FieldCode.UNKNOWN_VALUE, Map.of("value", shown(unknown)));
        }
        Class<?> target = mismatch instanceof MismatchedInputException m ? m.getTargetType() : null;
        return new FieldFault(
                pointer, FieldCode.WRONG_TYPE, Map.of("expected", Expected.of(target)));
    }

    private static FieldFault badText(String pointer, InvalidFormatException format) {
        if (StorableText.WHY.equals(format.getOriginalMessage())) {
            return FieldFault.of(pointer, FieldCode.UNUSABLE_CHARACTER);
        }
        boolean text = format.getValue() instanceof String;
        return new FieldFault(
                pointer,
                text ? FieldCode.WRONG_FORMAT : FieldCode.WRONG_TYPE,
                Map.of("expected", Expected.of(format.getTargetType())));
    }

    private static String shown(JacksonException unknown) {
        Throwable cause = unknown.getCause();
        String text = String.valueOf(cause == null ? "" : cause.getMessage());
        return Beginning.of(text, SHOWN);
    }
}

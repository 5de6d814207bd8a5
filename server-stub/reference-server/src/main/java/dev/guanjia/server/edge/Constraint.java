package dev.guanjia.server.edge;

import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.FieldFault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a broken constraint is called on the wire. */
final class Constraint {

    private Constraint() {}

    static FieldFault fault(String pointer, @Nullable ConstraintViolation<?> violation) {
        Annotation rule =
                violation == null ? null : violation.getConstraintDescriptor().getAnnotation();
        if (rule instanceof Pattern pattern) {
            return new FieldFault(
                    pointer, FieldCode.WRONG_FORMAT, Map.of("expected", pattern.regexp()));
        }
        if (rule instanceof Size size) {
            return new FieldFault(pointer, FieldCode.WRONG_LENGTH, lengths(size));
        }
        if (rule instanceof Min min) {
            return outOfRange(pointer, min.value() + " or more");
        }
        if (rule instanceof Max max) {
            return outOfRange(pointer, max.value() + " or less");
        }
        if (rule instanceof NotNull) {
            return FieldFault.of(pointer, FieldCode.MISSING);
        }
        return outOfRange(pointer, violation == null ? "-" : violation.getMessage());
    }

    private static Map<String, String> lengths(Size size) {
        String most = size.max() == Integer.MAX_VALUE ? "any" : String.valueOf(size.max());
        return Map.of("least", String.valueOf(size.min()), "most", most);
    }

    private static FieldFault outOfRange(String pointer, String expected) {
        return new FieldFault(pointer, FieldCode.OUT_OF_RANGE, Map.of("expected", expected));
    }
}

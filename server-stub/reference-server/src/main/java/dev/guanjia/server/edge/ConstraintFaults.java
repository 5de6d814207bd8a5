package dev.guanjia.server.edge;

import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.FieldFault;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Says which limits of the document were broken, and where. */
final class ConstraintFaults {

    private ConstraintFaults() {}

    static Fault ofBody(List<FieldError> errors) {
        return sorted(errors.stream().map(ConstraintFaults::field).toList());
    }

    static Fault ofParameters(List<ParameterValidationResult> results) {
        List<FieldFault> faults = new ArrayList<>();
        for (ParameterValidationResult result : results) {
            if (result instanceof ParameterErrors body) {
                body.getFieldErrors().forEach(error -> faults.add(field(error)));
            } else {
                String name = nameOf(result.getMethodParameter());
                result.getResolvableErrors()
                        .forEach(error -> faults.add(parameter(name, result, error)));
            }
        }
        return sorted(faults);
    }

    /** The name a parameter has in the document. */
    static String nameOf(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        String name =
                query != null
                        ? query.value()
                        : path != null ? path.value() : header != null ? header.value() : "";
        return name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name;
    }

    private static FieldFault field(FieldError error) {
        return Constraint.fault(
                Pointers.ofProperty(error.getField()),
                error.contains(ConstraintViolation.class)
                        ? error.unwrap(ConstraintViolation.class)
                        : null);
    }

    private static FieldFault parameter(
            String name, ParameterValidationResult result, MessageSourceResolvable error) {
        return Constraint.fault(name, result.unwrap(error, ConstraintViolation.class));
    }

    /** Validators report in no particular order; readers and tests need one. */
    private static Fault sorted(List<FieldFault> faults) {
        List<FieldFault> ordered = new ArrayList<>(faults);
        ordered.sort(
                Comparator.comparing(FieldFault::pointer)
                        .thenComparing(fault -> fault.code().key()));
        return Fault.invalid(
                ordered.isEmpty()
                        ? List.of(new FieldFault("", FieldCode.MISSING, Map.of()))
                        : ordered);
    }
}

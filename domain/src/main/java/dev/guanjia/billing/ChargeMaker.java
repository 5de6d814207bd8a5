package dev.guanjia.billing;

import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes charges of lines.
 *
 * @param ids names a new charge
 * @param dueOn the last day on which it is not late
 */
record ChargeMaker(Function<ChargeKey, ChargeId> ids, LocalDate dueOn) {

    Charge charge(Entry.Priced line, @Nullable ChargeId replaces) {
        return new Charge(
                ids.apply(line.key()),
                line.key(),
                line.payer(),
                line.trace().recompute().gross(),
                dueOn,
                line.trace(),
                replaces);
    }
}

package dev.guanjia.server.application;

import dev.guanjia.billing.SkipReason;
import dev.guanjia.decision.RefusalCode;
import java.util.Locale;

/**
 * The code of a reason for which a unit was not charged, worded like a refusal. Facts: {@code
 * unit}, {@code item}, {@code period}.
 *
 * @param reason the reason
 */
public record SkipCode(SkipReason reason) implements RefusalCode {

    @Override
    public String key() {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

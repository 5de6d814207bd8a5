package dev.guanjia.billing.latecharge;

import dev.guanjia.organisation.Actor;
import java.time.LocalDate;

/**
 * A no to a deferral; who asked for it takes it back with that.
 *
 * @param by who said no
 * @param on the day
 */
public record DeferralRejection(Actor by, LocalDate on) {}

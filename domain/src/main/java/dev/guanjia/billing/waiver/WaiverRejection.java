package dev.guanjia.billing.waiver;

import dev.guanjia.organisation.Actor;
import java.time.LocalDate;

/**
 * A no to a waiver; who proposed it takes it back with that.
 *
 * @param by who said no
 * @param on the day
 */
public record WaiverRejection(Actor by, LocalDate on) {}

package dev.guanjia.billing;

import dev.guanjia.billing.fee.ServicePeriod;

/**
 * What a charge that stands bills of a meter.
 *
 * @param period the days of the charge
 * @param span from reading to reading
 */
public record BilledSpan(ServicePeriod period, MeterSpan span) {}

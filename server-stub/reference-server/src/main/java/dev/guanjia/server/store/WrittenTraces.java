package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeTrace;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Traces as they are stored: what units that are alike have in common is written once. Not for use
 * by several threads.
 */
public final class WrittenTraces {

    private final Map<ChargeTrace, Written> written = new IdentityHashMap<>();

    /**
     * What follows from how a charge was calculated.
     *
     * @param tax in minor units
     * @param json the trace in the binary form of {@code jsonb}
     */
    record Written(long tax, byte[] json) {

        private static Written of(ChargeTrace trace) {
            return new Written(
                    trace.recompute().tax().minorUnits(), CopyRows.json(TraceJson.write(trace)));
        }
    }

    Written of(ChargeTrace trace) {
        return written.computeIfAbsent(trace, Written::of);
    }
}

package dev.guanjia.history;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Skips what takes minutes, unless it is asked for with {@code -Dguanjia.slow=true}. */
final class SlowOnly implements SkipExecutionHook {

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return Boolean.getBoolean("guanjia.slow")
                ? SkipResult.doNotSkip()
                : SkipResult.skip("asked for with -Dguanjia.slow=true");
    }
}

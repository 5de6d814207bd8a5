package dev.guanjia.billing.batch;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out when somebody first asks for it, and kept. Not for use by several threads at
 * once.
 */
final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value;
        return known == null ? first() : known;
    }

    /** Apart from what is asked row by row, so that the latter is small. */
    private T first() {
        T found = source.get();
        value = found;
        return found;
    }
}

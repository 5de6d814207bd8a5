package dev.guanjia.server.ids;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * Random ids in the order of the alphabet, some at a time: rows that are added together lie beside
 * each other in the index of their key.
 */
public final class SortedIds {

    private final String prefix;
    private final int atOnce;
    private final Deque<String> ids = new ArrayDeque<>();

    /**
     * Makes none yet.
     *
     * @param prefix the kind, two letters, such as {@code ch}
     * @param atOnce how many are made and sorted together
     */
    public SortedIds(String prefix, int atOnce) {
        this.prefix = prefix;
        this.atOnce = atOnce;
    }

    /**
     * Gives an id.
     *
     * @return the next one, as {@link Ids#next} makes it
     */
    public String next() {
        if (ids.isEmpty()) {
            Stream.generate(() -> Ids.next(prefix)).limit(atOnce).sorted().forEach(ids::add);
        }
        return ids.remove();
    }
}

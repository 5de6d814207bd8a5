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
    private final long from;
    private final long to;
    private final Deque<String> ids = new ArrayDeque<>();

    /**
     * Makes none yet.
     *
     * @param prefix the kind, two letters, such as {@code ch}
     * @param atOnce how many are made and sorted together
     */
    public SortedIds(String prefix, int atOnce) {
        this(prefix, atOnce, 0, 1, 1);
    }

    /**
     * Makes none yet; and those that it makes lie in a part of the alphabet, so that they come
     * after those of an earlier part.
     *
     * @param prefix the kind, two letters
     * @param atOnce how many are made and sorted together
     * @param done where the part begins, zero or more
     * @param next where it ends, after {@code done}
     * @param all the whole alphabet, at least {@code next}
     */
    public SortedIds(String prefix, int atOnce, int done, int next, int all) {
        this.prefix = prefix;
        this.atOnce = atOnce;
        this.from = Ids.HEADS * done / all;
        this.to = Ids.HEADS * next / all;
    }

    /**
     * Gives an id.
     *
     * @return the next one, of the kind that {@link Ids#next} makes
     */
    public String next() {
        if (ids.isEmpty()) {
            Stream.generate(() -> Ids.between(prefix, from, to))
                    .limit(atOnce)
                    .sorted()
                    .forEach(ids::add);
        }
        return ids.remove();
    }
}

package dev.guanjia.server.paging;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> what is listed
 * @param items in the order of the list
 * @param nextCursor where the next page begins; null where the list ends
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts what a store fetched to a page.
     *
     * @param <T> what is listed
     * @param rows at most {@link PageRequest#fetch()} of them
     * @param request what was asked for
     * @param key the key by which the list is ordered
     * @return the page
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, request.cursor(key.apply(items.get(items.size() - 1))));
    }

    /**
     * Cuts a page from a list that is in memory, as catalogues are.
     *
     * @param <T> what is listed
     * @param all everything, in any order
     * @param request what was asked for
     * @param key the key by which the list is ordered; no two items have the same
     * @return the page
     */
    public static <T> Page<T> slice(List<T> all, PageRequest request, Function<T, String> key) {
        List<T> rows =
                all.stream()
                        .filter(row -> key.apply(row).compareTo(request.afterText()) > 0)
                        .sorted(Comparator.comparing(key))
                        .limit(request.fetch())
                        .toList();
        return of(rows, request, key);
    }

    /**
     * The same page of something else.
     *
     * @param <R> what is listed then
     * @param mapper how to make it
     * @return the page
     */
    public <R> Page<R> map(Function<T, R> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), nextCursor);
    }
}

package dev.guanjia.client;

import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * All items of a list that comes in pages. Lazy: a page is fetched when its first item is asked
 * for, and every iterator or stream begins again at the first page.
 *
 * <p>Errors: what the operation throws, and {@link GuanjiaException} if the server repeats a
 * cursor, which would never end.
 *
 * @param <T> what the list is of
 */
public final class Pages<T> implements Iterable<T> {
    private final Function<@Nullable String, Content<T>> fetch;

    private Pages(Function<@Nullable String, Content<T>> fetch) {
        this.fetch = fetch;
    }

    /**
     * For instance {@code Pages.iterate(cursor -> api.listStaff(200, cursor))}.
     *
     * @param fetch gets the page at a cursor; null is the cursor of the first page
     */
    public static <T> Pages<T> iterate(Function<@Nullable String, ? extends Page<T>> fetch) {
        return iterate(fetch, Page::getItems, Page::getNextCursor);
    }

    /**
     * For a page type that is no {@link Page}.
     *
     * @param fetch gets the page at a cursor; null is the cursor of the first page
     * @param items the items of a page
     * @param nextCursor where the next page begins; null on the last one
     */
    public static <P, T> Pages<T> iterate(
            Function<@Nullable String, P> fetch,
            Function<? super P, List<T>> items,
            Function<? super P, @Nullable String> nextCursor) {
        return new Pages<>(
                cursor -> {
                    P page = fetch.apply(cursor);
                    return new Content<>(items.apply(page), nextCursor.apply(page));
                });
    }

    @Override
    public Iterator<T> iterator() {
        return new Walk<>(fetch);
    }

    /** The items as an ordered, sequential stream. */
    public Stream<T> stream() {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED), false);
    }

    private record Content<T>(List<T> items, @Nullable String nextCursor) {}

    private static final class Walk<T> implements Iterator<T> {
        private final Function<@Nullable String, Content<T>> fetch;
        private final Set<String> seen = new HashSet<>();
        private Iterator<T> items = Collections.emptyIterator();
        private @Nullable String cursor;
        private boolean last;

        Walk(Function<@Nullable String, Content<T>> fetch) {
            this.fetch = fetch;
        }

        @Override
        public boolean hasNext() {
            while (!items.hasNext() && !last) {
                turn(fetch.apply(cursor));
            }
            return items.hasNext();
        }

        private void turn(Content<T> page) {
            String next = page.nextCursor();
            if (next != null && !seen.add(next)) {
                throw new GuanjiaException("the server repeated the cursor " + next);
            }
            items = page.items().iterator();
            cursor = next;
            last = next == null;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the list has ended");
            }
            return items.next();
        }
    }
}

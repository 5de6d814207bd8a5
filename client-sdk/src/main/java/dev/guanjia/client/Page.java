package dev.guanjia.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. The generated page types implement it.
 *
 * @param <T> what the list is of
 */
public interface Page<T> {
    /** The items of this page, in the order of the list; may be empty on any page. */
    List<T> getItems();

    /** Where the next page begins; null on the last page, and only there. */
    @Nullable String getNextCursor();
}

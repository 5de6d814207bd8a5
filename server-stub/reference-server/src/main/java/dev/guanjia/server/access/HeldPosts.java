package dev.guanjia.server.access;

import java.time.LocalDate;
import java.util.SortedSet;

/** Which posts a person holds. */
@FunctionalInterface
public interface HeldPosts {

    /**
     * The posts of one day.
     *
     * @param tenant the company
     * @param staffId the person
     * @param day the day
     * @return the posts held on that day, in alphabetical order
     */
    SortedSet<String> on(String tenant, String staffId, LocalDate day);
}

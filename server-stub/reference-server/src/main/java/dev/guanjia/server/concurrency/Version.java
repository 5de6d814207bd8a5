package dev.guanjia.server.concurrency;

import dev.guanjia.server.problem.Fault;
import java.util.Arrays;

/** Versions of what can be changed, as entity tags. */
public final class Version {

    private Version() {}

    /**
     * The tag of a version.
     *
     * @param version counted from 1
     * @return such as {@code "3"}, with the quotes
     */
    public static String tag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /**
     * Lets a change pass only if its sender has seen the present version.
     *
     * @param ifMatch the header: one tag, several, or {@code *} for any
     * @param version the present version
     * @throws Fault 412 if none of them is the present one
     */
    public static void require(String ifMatch, long version) {
        boolean seen =
                Arrays.stream(ifMatch.split(","))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(tag(version)));
        if (!seen) {
            throw Fault.stale();
        }
    }
}

package dev.guanjia.server.access;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which posts may give a command. The one place where the server meets the domain's permissions.
 */
public interface CommandRules {

    /**
     * Who may give a command.
     *
     * @param posts in alphabetical order
     * @param administrator whether the administrator may, too
     */
    record CommandRule(SortedSet<String> posts, boolean administrator) {
        /** Copies the posts. */
        public CommandRule {
            posts = Collections.unmodifiableSortedSet(new TreeSet<>(posts));
        }
    }

    /**
     * The rule of a command.
     *
     * @param command the operation in kebab-case, such as {@code create-staff}
     * @return who may give it
     * @throws IllegalArgumentException if there is no such command
     */
    CommandRule of(String command);

    /**
     * Which rows these rules are.
     *
     * @return a text that every audit row carries
     */
    String version();
}

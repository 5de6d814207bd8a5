package dev.guanjia.organisation;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the requirements know of a post, a body, a role or an actor: a row of {@code posts.csv}.
 * Which of them a company has, and in which line, is said by its {@link PostCatalogue}.
 *
 * @param key its key
 * @param label its name
 * @param kind what the key stands for
 * @param placement where the sources put it
 * @param headcount how many persons it takes, empty when no source says it
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record LibraryPost(
        PostKey key,
        Label label,
        Kind kind,
        Placement placement,
        Optional<Headcount> headcount,
        LocalDate from,
        String source) {

    /** What reports to itself would never be relieved. */
    public LibraryPost {
        if (placement.reportsTo().contains(key)) {
            throw new IllegalArgumentException("post reports to itself: " + key);
        }
    }

    static LibraryPost read(Row row) {
        return new LibraryPost(
                row.as("id", PostKey::new),
                row.label(),
                row.as("kind", Kind::valueOf),
                new Placement(
                        filled(row, "function"),
                        row.list("reports_to").stream().map(PostKey::new).toList(),
                        row.required("family")),
                filled(row, "headcount").map(Headcount::parse),
                row.from(),
                row.required("source"));
    }

    private static Optional<String> filled(Row row, String column) {
        return Optional.of(row.text(column)).filter(text -> !text.isBlank());
    }

    /** What a key of the post library stands for. Source: requirements 01, section 2. */
    public enum Kind {
        /** A post (岗位) that a person holds. */
        POST,
        /** A body of several persons, e.g. the board (董事会). */
        BODY,
        /** A group of posts that counts together, e.g. all posts of middle level and above. */
        CATEGORY,
        /** A part that a company gives to one of its posts, e.g. the company leader (公司领导). */
        ROLE,
        /** A generic actor that stands for several posts, e.g. all staff (全体员工). */
        GENERIC,
        /** Found from the post that performs, e.g. its superior (上级). */
        RELATION,
        /** Nobody of the company, e.g. the police. */
        OUTSIDE
    }

    /**
     * Where the sources put a post.
     *
     * @param function the canonical function of its department, empty when no source names one
     * @param reportsTo the superiors the sources name, most usual first; empty when none does
     * @param family posts of the same kind, e.g. {@code CS_STAFF}
     */
    public record Placement(Optional<String> function, List<PostKey> reportsTo, String family) {

        /** Copies. */
        public Placement {
            reportsTo = List.copyOf(reportsTo);
        }
    }

    /**
     * How many persons a post takes.
     *
     * <p>Shape: written {@code 1}, {@code 0..1} or {@code 1..n}, both ends included.
     *
     * @param min at least so many, zero or more
     * @param max at most so many, one or more and not below {@code min}; empty for any number
     */
    public record Headcount(int min, OptionalInt max) {

        private static final Pattern SHAPE = Pattern.compile("(\\d{1,4})(?:\\.\\.(\\d{1,4}|n))?");

        /** Rejects numbers that no company could meet. */
        public Headcount {
            if (min < 0 || max.orElse(1) < 1 || max.orElse(min) < min) {
                throw new IllegalArgumentException(
                        "headcount must run from 0 up: " + min + " " + max);
            }
        }

        /**
         * Reads a headcount.
         *
         * @param text e.g. {@code 1..n}
         * @return the headcount
         * @throws IllegalArgumentException if the text has another shape
         */
        public static Headcount parse(String text) {
            Matcher parts = SHAPE.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException(
                        "headcount must look like 1, 0..1 or 1..n: " + text);
            }
            int min = Integer.parseInt(parts.group(1));
            String end = parts.group(2);
            if (end == null) {
                return new Headcount(min, OptionalInt.of(min));
            }
            boolean open = end.equals("n");
            return new Headcount(
                    min, open ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(end)));
        }

        /** As it is written, e.g. {@code 0..1}. */
        @Override
        public String toString() {
            if (max.isEmpty()) {
                return min + "..n";
            }
            return max.getAsInt() == min ? Integer.toString(min) : min + ".." + max.getAsInt();
        }
    }
}

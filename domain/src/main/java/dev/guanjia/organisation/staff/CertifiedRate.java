package dev.guanjia.organisation.staff;

import dev.guanjia.money.Rational;
import dev.guanjia.organisation.Assignments;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The certified-post rate of middle level and above (中层以上管理岗位持证上岗率) on a day, with the persons
 * behind it. Source: QF-H-04; requirements 06 A-75.
 *
 * <p>Shape: certified persons / persons, each person counted once however many such posts they
 * hold; vacant posts do not count; who needs two certificates is certified only when both are
 * valid.
 *
 * @param day the day
 * @param persons in order of their ids
 */
public record CertifiedRate(LocalDate day, List<Person> persons) {

    private static final PostKey MID_LEVEL = new PostKey("MID_LEVEL_MANAGER");

    /** Copies. */
    public CertifiedRate {
        persons = List.copyOf(persons);
    }

    /**
     * Counts.
     *
     * @param fitness who has what, and which posts are of middle level and above
     * @param assignments who holds which post
     * @param day the day
     * @return the rate, with its persons
     */
    public static CertifiedRate on(Fitness fitness, Assignments assignments, LocalDate day) {
        Map<StaffId, List<PostKey>> held = new TreeMap<>();
        for (PostKey post : fitness.company().posts(MID_LEVEL)) {
            for (StaffId staff : assignments.holders(post, day)) {
                held.computeIfAbsent(staff, person -> new ArrayList<>()).add(post);
            }
        }
        return new CertifiedRate(
                day,
                held.entrySet().stream()
                        .map(row -> person(row.getKey(), row.getValue(), fitness, day))
                        .toList());
    }

    /**
     * The rate.
     *
     * @return an exact fraction from zero to one, or empty when nobody holds such a post: no rate
     *     is not zero
     */
    public Optional<Rational> rate() {
        long certified = persons.stream().filter(Person::certified).count();
        return persons.isEmpty()
                ? Optional.empty()
                : Optional.of(Rational.of(certified, persons.size()));
    }

    private static Person person(
            StaffId staff, List<PostKey> posts, Fitness fitness, LocalDate day) {
        Set<QualificationKey> missing = new TreeSet<>();
        for (PostKey post : posts) {
            fitness.requirements().of(post, fitness.company(), day).stream()
                    .filter(row -> needsCertificate(row, fitness.requirements()))
                    .map(Requirement::kind)
                    .filter(kind -> !fitness.qualifications().valid(staff, kind, day))
                    .forEach(missing::add);
        }
        return new Person(staff, posts, List.copyOf(missing));
    }

    private static boolean needsCertificate(Requirement row, Requirements requirements) {
        boolean binding =
                row.need() == Requirement.Need.GOAL || row.need() == Requirement.Need.BEFORE_WORK;
        return binding
                && requirements.kind(row.kind()).map(QualificationKind::certificate).orElse(false);
    }

    /**
     * A person in posts of middle level and above.
     *
     * @param staff the person
     * @param posts the posts, in the company's order
     * @param missing certificates needed that are not valid on the day, in key order
     */
    public record Person(StaffId staff, List<PostKey> posts, List<QualificationKey> missing) {

        /** Copies. */
        public Person {
            posts = List.copyOf(posts);
            missing = List.copyOf(missing);
        }

        /**
         * Whether the person has every certificate needed.
         *
         * @return true if none is missing
         */
        public boolean certified() {
            return missing.isEmpty();
        }
    }
}

package dev.guanjia.security.patrol;

import dev.guanjia.duty.Duty;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.property.CommunityId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The areas that a company has registered for its patrols: what plans and counts ask for, by one
 * and the same rule. Source: requirements 02 D-003-OML-04, 06 A-65.
 *
 * @param areas ended or not
 */
public record PatrolAreas(List<Area> areas) {

    /** Copies. */
    public PatrolAreas {
        areas = List.copyOf(areas);
    }

    /**
     * What lies in a community.
     *
     * @param community which
     * @return its own areas and those of no community in particular
     */
    public PatrolAreas in(CommunityId community) {
        return new PatrolAreas(
                areas.stream()
                        .filter(
                                area ->
                                        area.community()
                                                .filter(c -> !c.equals(community))
                                                .isEmpty())
                        .toList());
    }

    /**
     * The areas that a checkpoint can name.
     *
     * @param day the day of the question
     * @return those that have not ended by then, by name; where there are none, any name will do
     */
    public SortedSet<String> nameable(LocalDate day) {
        SortedSet<String> names = new TreeSet<>();
        areas.stream().filter(area -> !area.isOver(day)).forEach(area -> names.add(area.id()));
        return names;
    }

    /**
     * The areas that a duty asks for.
     *
     * @param duty the duty; one without a minimum per area asks for none
     * @param posts whether a post is that of the patrols, or bears it
     * @param day the day on which the shift begins
     * @return by name
     */
    public SortedSet<String> asked(Duty duty, Predicate<PostKey> posts, LocalDate day) {
        SortedSet<String> asked = new TreeSet<>();
        if (duty.timing().minimumPerArea().isPresent()) {
            areas.stream()
                    .filter(area -> area.holdsOn(day))
                    .filter(area -> area.posts().stream().anyMatch(posts))
                    .forEach(area -> asked.add(area.id()));
        }
        return asked;
    }

    /**
     * An area.
     *
     * @param id its key
     * @param posts the posts whose patrols cover it
     * @param community where it is; empty where rounds of any community cover it
     * @param from the first day
     * @param to the first day without it; empty while no end is known
     */
    public record Area(
            String id,
            Set<PostKey> posts,
            Optional<CommunityId> community,
            LocalDate from,
            Optional<LocalDate> to) {

        /** Copies. */
        public Area {
            posts = Collections.unmodifiableSet(new TreeSet<>(posts));
        }

        private boolean isOver(LocalDate day) {
            return to.filter(end -> !day.isBefore(end)).isPresent();
        }

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !isOver(day);
        }
    }
}
